import type { Method, Session, SessionInfo } from '../../contract/portal.gen.js';
import type { Call, Login } from '../http/call.js';
import type { SigningKey } from '../rules/signing-keys.js';
import { newId } from '../rules/names.js';
import { hour, minute, rfc3339 } from '../rules/time.js';
import type { AccountRow } from '../store/accounts.js';
import type { SessionRow, TokenRow } from '../store/sessions.js';

const accessTime = 10 * minute;
const sessionTime = 12 * hour;

/** Whether there is a client that the login may act for; without one it is deactivated. */
export function hasClients(call: Call, account: AccountRow): boolean {
  return call.portal.store.memberships.ofAccount(account.id).some(({ deactivated }) => deactivated === 0);
}

/** Somebody has proved who he is: his wrong answers are forgotten, and a session begins, bound to a key if there is one. */
export function begin(call: Call, account: AccountRow, method: Method, key?: SigningKey): Session {
  const { accounts, attempts, sessions } = call.portal.store;
  const now = call.now();
  attempts.forget(account.id);
  accounts.loggedIn(account.id, now);
  const id = newId(call.portal.random, 'ses');
  const session = sessions.begin({
    id,
    account: account.id,
    method,
    startedAt: now,
    expiresAt: now + sessionTime,
    signingKeyId: key?.id ?? null,
    signingKey: key?.spki ?? null,
  });
  return issue(call, { account, session });
}

/** Describes a session; the method it was begun with is also its strength. */
export function sessionInfo({ account, session }: Login): SessionInfo {
  return {
    id: session.id,
    user: { id: account.id, userName: account.userName },
    method: session.method,
    strength: session.method,
    startedAt: rfc3339(session.startedAt),
    expiresAt: rfc3339(session.expiresAt),
    signingKey: session.signingKeyId,
  };
}

/** Gives out the pair of tokens of the session's generation. */
export function issue(call: Call, login: Login): Session {
  const { id, generation, expiresAt } = login.session;
  const access = Math.min(call.now() + accessTime, expiresAt);
  const { sessions } = call.portal.store;
  sessions.addToken(derive(call, login.session, 'access'), {
    session: id,
    kind: 'access',
    generation,
    expiresAt: access,
  });
  sessions.addToken(derive(call, login.session, 'refresh'), { session: id, kind: 'refresh', generation, expiresAt });
  return pair(call, login);
}

/** The pair that was given out with the session's generation. */
export function pair(call: Call, login: Login): Session {
  const { session } = login;
  const access = call.portal.store.sessions.tokenOf(session.id, 'access', session.generation);
  return {
    accessToken: derive(call, session, 'access'),
    accessTokenExpiresAt: rfc3339(access?.expiresAt ?? session.expiresAt),
    refreshToken: derive(call, session, 'refresh'),
    refreshTokenExpiresAt: rfc3339(session.expiresAt),
    session: sessionInfo(login),
  };
}

// Derived from the server's secret, so that a pair whose answer was lost can be given again without being kept.
function derive(call: Call, { id, generation }: SessionRow, kind: TokenRow['kind']): string {
  return `${kind === 'access' ? 'at' : 'rt'}_${call.portal.secret.mac(kind, `${id} ${String(generation)}`)}`;
}
