import type { Method } from '../../contract/portal.gen.js';
import { fundOf } from '../funds.js';
import { rfc3339 } from '../rules/time.js';
import { isStrongEnough } from '../rules/strength.js';
import type { Call } from './call.js';
import { Problem } from './problem.js';
import { closedUntil } from '../rules/maintenance.js';

/** Who calls? The session of the token, if it is alive. */
export function authenticate(call: Call, authorization: string | undefined): void {
  const { security } = call.operation;
  const kinds = security.flatMap((scheme) =>
    scheme === 'accessToken' ? ['access'] : scheme === 'refreshToken' ? ['refresh'] : [],
  );
  if (kinds.length === 0) return;
  const { sessions, accounts } = call.portal.store;
  const given = /^Bearer ([\w-]{20,200})$/i.exec(authorization ?? '')?.[1];
  const token = given === undefined ? undefined : sessions.token(given);
  const session = token === undefined ? undefined : sessions.byId(token.session);
  const account = session === undefined ? undefined : accounts.byId(session.account);
  if (token === undefined || session === undefined || account === undefined) throw new Problem('session-expired');
  if (account.fund !== call.fund || !kinds.includes(token.kind)) throw new Problem('session-expired');
  if (session.revokedAt !== null) throw new Problem('session-revoked');
  if (token.expiresAt <= call.now()) throw new Problem('session-expired');
  call.login = { account, session };
}

/** For whom? A client that the login may not act for is as unknown as one that does not exist. */
export function enterClient(call: Call, number: string): void {
  const { clients, memberships } = call.portal.store;
  const client = clients.byNumber(call.fund, number);
  const membership = client === undefined ? undefined : memberships.of(call.login.account.id, client.id);
  if (client === undefined || membership === undefined || membership.deactivated === 1) throw new Problem('not-found');
  call.member = { client, membership };
}

/** What the contract says the call needs. */
export function checkNeeds(call: Call): void {
  const { administrator, theme, strength } = call.operation.needs;
  if (administrator === true) needAdministrator(call);
  if (theme !== undefined && !call.themes.includes(theme)) {
    throw new Problem('not-permitted', { detail: `The theme ${theme} is needed.` });
  }
  if (strength !== undefined) needStrength(call, strength);
}

export function needAdministrator(call: Call): void {
  if (call.member.membership.administrator !== 1) {
    throw new Problem('not-permitted', { detail: 'Only an administrator may do that.' });
  }
}

export function needStrength(call: Call, wanted: Method | 'administration'): void {
  const required = wanted === 'administration' ? (fundOf(call.fund)?.administration ?? 'otp') : wanted;
  const current = call.login.session.method;
  if (!isStrongEnough(current, required)) {
    throw new Problem('credential-too-weak', { requiredStrength: required, currentStrength: current });
  }
}

/** During maintenance the portal says so, and nothing else but what it is. */
export function refuseDuringMaintenance(call: Call): void {
  const until = closedUntil(call.portal.store.meta.get('maintenance'), call.now());
  if (until === undefined || call.operation.id === 'getPortal') return;
  const seconds = Math.ceil((until - call.now()) / 1000);
  throw new Problem('maintenance', { detail: `Until ${rfc3339(until)}.` }, { 'retry-after': String(seconds) });
}
