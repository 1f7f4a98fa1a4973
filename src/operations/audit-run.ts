import type { Client } from '../../contract/portal.gen.js';
import type { AuditTerms } from '../access/audit.js';
import type { Portal } from '../api/portal.js';
import type { Wire } from '../api/wire.js';
import type { Directories } from '../config/paths.js';
import type { PortalAddress } from '../config/portal-address.js';
import type { Settings } from '../config/settings.js';
import type { World } from '../platform/ports.js';
import { auditClient } from './audit-client.js';
import type { AuditedClient } from './audit-client.js';
import { lastReviews } from './reviews.js';
import type { Review } from './reviews.js';

/** What an audit needs of a verb's context. */
export interface Auditing {
  readonly world: Pick<World, 'clock'>;
  readonly directories: Pick<Directories, 'state'>;
  readonly wire: Pick<Wire, 'clockCheck'>;
  readonly settings: Pick<Settings, 'lang'>;
  readonly portal: Pick<Portal, 'users' | 'mandates' | 'describe'>;
  readonly login: { readonly address: PortalAddress };
  readonly tell: { readonly day: (iso: string) => string };
}

/** Audits one client of a run. */
export async function auditIn(
  context: Auditing,
  client: Client,
  terms: Pick<AuditTerms, 'dormantDays' | 'reviewDueDays'>,
): Promise<AuditedClient> {
  const { portal, login, directories, settings, tell } = context;
  return auditClient(client, {
    portal,
    address: login.address.href,
    stateDirectory: directories.state,
    language: settings.lang.value,
    dayText: tell.day,
    terms: { ...terms, now: portalTime(context) },
    reviews: await reviewsOf(context),
  });
}

/** What time it is by the portal's clock, which decides about locks and days, as far as it has been heard. */
export function portalTime({ world, wire }: Pick<Auditing, 'world' | 'wire'>): Date {
  return new Date(world.clock.now().getTime() - (wire.clockCheck?.secondsAhead ?? 0) * 1000);
}

/** The journal is read once a run, for all clients. */
const readBefore = new WeakMap<Auditing['directories'], Promise<ReadonlyMap<string, Review>>>();

function reviewsOf({ directories, login }: Auditing): Promise<ReadonlyMap<string, Review>> {
  const reviews = readBefore.get(directories) ?? lastReviews(directories.state, login.address.href);
  readBefore.set(directories, reviews);
  return reviews;
}
