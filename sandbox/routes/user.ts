import type { Theme, User, UserStatus } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { etag } from '../http/etag.js';
import { Problem } from '../http/problem.js';
import { orNull, rfc3339 } from '../rules/time.js';
import { methodsOf } from '../store/accounts.js';
import { themesOf } from '../store/clients.js';
import type { UserRow } from '../store/memberships.js';

/** A user of the call's client. */
export function findUser(call: Call, id: string): UserRow {
  const user = call.portal.store.memberships.user(call.member.client.id, id, call.now());
  if (user === undefined) throw new Problem('not-found');
  call.subject = user.userName;
  return user;
}

export function showUser(row: UserRow, themes: readonly Theme[]): User {
  const { id, userName, email, firstName, lastName, language, mobileNumber, kind } = row;
  const administrator = row.administrator === 1;
  return {
    id,
    userName,
    email,
    firstName,
    lastName,
    language,
    mobileNumber,
    kind,
    status: statusOf(row),
    deactivated: row.deactivated === 1,
    lockedUntil: orNull(row.lockedUntil, rfc3339),
    administrator,
    permissions: administrator ? themes : (JSON.parse(row.permissions) as Theme[]),
    methods: methodsOf(row),
    lastLoginAt: orNull(row.lastLoginAt, rfc3339),
    createdAt: rfc3339(row.createdAt),
  };
}

function statusOf({ deactivated, passwordHash, lockedUntil }: UserRow): UserStatus {
  if (deactivated === 1) return 'deactivated';
  if (passwordHash === null) return 'invited';
  return lockedUntil === null ? 'active' : 'locked';
}

/** Changes with the user and with whatever decides whether somebody can administrate the client. */
export function userTag(call: Call, user: UserRow): string {
  const { client } = call.member;
  const administrators = call.portal.store.memberships.administratorStates(client.id, call.now());
  return etag(showUser(user, themesOf(client)), administrators);
}

export function answerUser(call: Call, id: string): { status: 200; body: User; headers: Record<string, string> } {
  const user = findUser(call, id);
  return { status: 200, body: showUser(user, themesOf(call.member.client)), headers: { etag: userTag(call, user) } };
}

/** Names and addresses are unique at a fund. */
export function refuseTaken(
  call: Call,
  self: string | undefined,
  { email, userName }: { readonly email: string; readonly userName: string },
): void {
  const { accounts } = call.portal.store;
  const byEmail = accounts.byEmail(call.fund, email);
  if (byEmail !== undefined && byEmail.id !== self) throw new Problem('user-exists');
  const byName = accounts.byName(call.fund, userName);
  if (byName !== undefined && byName.id !== self) throw new Problem('user-name-taken');
}
