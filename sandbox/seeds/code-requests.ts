import type { CodeReason } from '../../contract/portal.gen.js';
import { sendAccessCode } from '../codes/access-code-letter.js';
import { day, minute, yearOf } from '../rules/time.js';
import type { Sowing, Sown } from './sowing.js';

interface SeedRequest {
  readonly client: string;
  readonly daysAgo: number;
  readonly reason: CodeReason;
  readonly used?: true;
}

const list: readonly SeedRequest[] = [
  { client: '10001.00', daysAgo: 700, reason: 'no-active-login', used: true },
  { client: '10001.00', daysAgo: 200, reason: 'additional-administrator' },
  { client: '30001.00', daysAgo: 20, reason: 'fiduciary-access', used: true },
  { client: '20002.00', daysAgo: 3, reason: 'last-administrator-left' },
  { client: '10002.00', daysAgo: 0, reason: 'additional-administrator' },
];

/** Letters in every state: used, expired, posted, ordered just now. */
export function addCodeRequests(sowing: Sowing, clients: readonly Sown[]): void {
  for (const { client, daysAgo, reason, used } of list) {
    const sown = clients.find(({ seed }) => seed.number === client);
    if (sown === undefined) throw new Error(`there is no client ${client}`);
    const requestedAt = sowing.now - daysAgo * day - 10 * minute;
    const number = sowing.store.meta.next(`reference ${sown.seed.fund}`);
    sendAccessCode(sowing, {
      client: sown.row,
      request: { recipient: 'member', reason },
      reference: `CR-${String(yearOf(requestedAt))}-${String(number).padStart(5, '0')}`,
      requestedBy: null,
      requestedAt,
      ...(used === true ? { usedAt: requestedAt + 4 * day } : {}),
    });
  }
}
