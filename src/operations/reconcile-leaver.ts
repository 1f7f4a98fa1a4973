import type { Client, Method, User } from '../../contract/portal.gen.js';
import type { PlanPart, PlanStep } from '../access/access-plan.js';
import { nameOf } from '../access/hr-match.js';
import { feasibleSteps } from '../access/hr-plan.js';
import { isOf, leaverCodeOf } from '../access/leaver.js';
import type { LeaverCode, SoughtPerson } from '../access/leaver.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import type { ConnectError } from '../errors.js';
import { demandedStrength } from './access.js';
import { eachOfSeveral } from './each-of-several.js';
import type { Outcome } from './each-of-several.js';
import { findingOf } from './login-finding.js';
import type { LoginFinding } from './login-finding.js';
import { isSelf } from './users.js';

/** A login that is asked, and its name here. */
export interface AskedLogin {
  readonly profile: string | null;
  readonly address: string;
  readonly username: string;
  readonly portal: Pick<Portal, 'clients' | 'users' | 'describe'>;
}

export interface LeaverSearch {
  readonly findings: readonly LoginFinding[];
  readonly parts: readonly PlanPart[];
  /** What could not be asked: a login, or one client of it. */
  readonly failures: readonly {
    readonly login: AskedLogin;
    readonly client: Client | undefined;
    readonly error: ConnectError;
  }[];
  /** Clients that were looked at. */
  readonly clients: number;
}

interface Place {
  readonly login: AskedLogin;
  readonly client: Client;
  readonly users: readonly User[];
  readonly demanded: Method;
}

const severities: Readonly<Record<LeaverCode, LoginFinding['severity']>> = {
  'leaver-active': 'error',
  'leaver-deactivated': 'info',
  'leaver-namesake': 'warning',
};

/** Looks for a person among the users of every client of several logins. Each client is looked at once. */
export async function searchLeaver(
  logins: readonly AskedLogin[],
  sought: Pick<SoughtPerson, 'email'> & { readonly name: string | undefined },
  now: Date,
  concurrency: number,
): Promise<LeaverSearch> {
  const listed = await eachOfSeveral(logins, concurrency, (login) => all(login.portal.clients.list()));
  const candidates = listed.flatMap((one) =>
    'result' in one ? one.result.map((client) => ({ login: one.item, client })) : [],
  );
  const read = await eachOfSeveral(once(candidates), concurrency, async ({ login, client }) => ({
    ...{ login, client },
    users: await all(login.portal.users.list(client.number)),
    demanded: await demandedStrength(login.portal),
  }));
  const places = read.flatMap((one) => ('result' in one ? [one.result] : []));
  // Whoever has another address elsewhere has the same name there.
  const ownNames = places.flatMap(({ users }) => users.filter((user) => isOf(user, sought.email)).map(nameOf));
  const names = sought.name === undefined ? ownNames : [sought.name, ...ownNames];
  const found = places.map((place) => ofPlace(place, { email: sought.email, names }, now));
  return {
    findings: found.flatMap(({ findings }) => findings),
    parts: partsOf(logins, places, found),
    failures: failuresOf(listed, read),
    clients: places.length,
  };
}

/** A client that several logins reach is asked through the one that administrates it, else through the first. */
function once<Candidate extends { readonly login: AskedLogin; readonly client: Client }>(
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.login.address} ${candidate.client.number}`;
    const known = best.get(key);
    if (known === undefined || (!known.client.administrator && candidate.client.administrator))
      best.set(key, candidate);
  }
  return [...best.values()];
}

interface Found {
  readonly findings: readonly LoginFinding[];
  readonly steps: readonly PlanStep[];
}

function ofPlace({ login, client, users, demanded }: Place, sought: SoughtPerson, now: Date): Found {
  const hits = users.flatMap((user) => {
    const code = leaverCodeOf(user, sought);
    return code === undefined ? [] : [{ user, code }];
  });
  const wishes = hits.flatMap(({ user, code }) =>
    code === 'leaver-active' ? [{ user, remedy: { action: 'deactivate' } as const }] : [],
  );
  const own = (user: User): boolean => isSelf(user, login.username);
  const { steps, obstacles } = feasibleSteps(client, users, wishes, own, now, demanded);
  const ids = new Set(steps.flatMap((step) => (step.action === 'create' ? [] : [step.user])));
  const { address: portal, profile } = login;
  return {
    steps,
    findings: hits.map(({ user, code }) => ({
      ...findingOf(client, user, { portal, profile, severity: severities[code], code }),
      action: ids.has(user.id) ? 'deactivate' : null,
      obstacle: obstacles.get(user.id) ?? null,
    })),
  };
}

function partsOf(logins: readonly AskedLogin[], places: readonly Place[], found: readonly Found[]): PlanPart[] {
  return logins.flatMap((login) => {
    const own = places.flatMap((place, index) => {
      const steps = found[index]?.steps ?? [];
      return place.login === login && steps.length > 0 ? [{ client: place.client, steps }] : [];
    });
    if (own.length === 0) return [];
    const clients = own.map(({ client: { number, name } }) => ({ number, name }));
    return [
      {
        portal: login.address,
        actor: login.username,
        clients,
        steps: own.flatMap(({ steps }) => steps),
      } satisfies PlanPart,
    ];
  });
}

function failuresOf(
  listed: readonly Outcome<AskedLogin, unknown>[],
  read: readonly Outcome<Pick<Place, 'login' | 'client'>, unknown>[],
): LeaverSearch['failures'] {
  return [
    ...listed.flatMap((one) => ('error' in one ? [{ login: one.item, client: undefined, error: one.error }] : [])),
    ...read.flatMap((one) => ('error' in one ? [{ ...one.item, error: one.error }] : [])),
  ];
}
