import type { UserChange } from '../../contract/portal.gen.js';
import { needStrength } from '../http/access.js';
import type { Call } from '../http/call.js';
import { mustMatch } from '../http/etag.js';
import { invalid, Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import type { Identity } from '../store/accounts.js';
import type { UserRow } from '../store/memberships.js';
import { confirmation } from './attempts.js';
import { answerUser, findUser, refuseTaken, userTag } from './user.js';
import { checkThemes } from './users.js';

const others = ['administrator', 'permissions', 'lockedUntil', 'confirmPassword'];

export const userChange: Pick<Handlers, 'updateUser'> = {
  async updateUser(call, { params, headers, body }) {
    const { administrator, permissions, lockedUntil } = body;
    const identity = Object.fromEntries(Object.entries(body).filter(([name]) => !others.includes(name)));
    const confirm = await confirmedIfNeeded(call, body);
    return call.commit(() => {
      const user = findUser(call, params.user);
      mustMatch(headers, userTag(call, user));
      const refusal = confirm();
      if (refusal !== undefined) return refusal;
      if (Object.keys(identity).length > 0) identify(call, user, identity);
      if (lockedUntil !== undefined) lock(call, user, lockedUntil);
      call.portal.store.memberships.permit({
        ...user,
        administrator: Number(administrator ?? user.administrator === 1),
        permissions: permissions === undefined ? user.permissions : JSON.stringify(permissions),
      });
      return answerUser(call, user.id);
    });
  },
};

async function confirmedIfNeeded(call: Call, change: UserChange): Promise<() => Problem | undefined> {
  const { administrator, permissions, lockedUntil, confirmPassword } = change;
  if ([administrator, permissions, lockedUntil].every((one) => one === undefined)) return () => undefined;
  needStrength(call, 'administration');
  checkThemes(call, permissions ?? []);
  if (confirmPassword === undefined) throw invalid('/confirmPassword', 'is required to change rights');
  return confirmation(call, confirmPassword);
}

function identify(call: Call, user: UserRow, change: Partial<Identity>): void {
  const { accounts } = call.portal.store;
  refuseShared(call, user);
  const identity = { ...user, ...change };
  refuseTaken(call, user.id, identity);
  accounts.identify(user.id, identity);
}

/** A lock is the login's, whatever put it there. */
function lock(call: Call, user: UserRow, until: string | null): void {
  refuseShared(call, user);
  const { attempts } = call.portal.store;
  if (until === null) attempts.forget(user.id);
  else attempts.set(user.id, { failures: 0, lockedUntil: Date.parse(until) }, call.now());
}

/** Whoever sets the mobile number gets the codes, and with them everything the login may do for others. */
function refuseShared(call: Call, user: UserRow): void {
  if (call.portal.store.memberships.ofAccount(user.id).length > 1) throw new Problem('login-shared');
}
