import type { Profile } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { etag, mustMatch } from '../http/etag.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { rfc3339 } from '../rules/time.js';
import { methodsOf } from '../store/accounts.js';
import { confirmation } from './attempts.js';

export const me: Pick<Handlers, 'getMe' | 'updateMe' | 'changePassword'> = {
  getMe(call) {
    return answer(call);
  },

  updateMe(call, { body, headers }) {
    return call.commit(() => {
      mustMatch(headers, ownTag(call));
      const { accounts } = call.portal.store;
      const { account } = call.login;
      const owner = body.email === undefined ? undefined : accounts.byEmail(call.fund, body.email);
      if (owner !== undefined && owner.id !== account.id) throw new Problem('user-exists');
      accounts.identify(account.id, { ...account, ...body });
      return answer(call);
    });
  },

  async changePassword(call, { body: { currentPassword, newPassword } }) {
    const { account, session } = call.login;
    const { passwords, store } = call.portal;
    const { accounts, sessions, challenges } = store;
    const confirm = await confirmation(call, currentPassword);
    const fault = await passwords.unfitness(newPassword, account.userName, accounts.lastPasswords(account.id));
    const hash = await passwords.hash(newPassword);
    return call.commit(() => {
      const refusal = confirm();
      if (refusal !== undefined) return refusal;
      if (fault !== undefined) throw unfit('/newPassword', fault);
      accounts.setPassword(account.id, hash, call.now());
      sessions.revokeAll(account.id, call.now(), session.id);
      challenges.forget(account.id);
      return { status: 204 };
    });
  },
};

/** The refusal of a new password. */
export function unfit(pointer: string, detail: string): Problem {
  return new Problem('password-unfit', { errors: [{ pointer, detail }] });
}

/** The own profile as it is now. */
export function answer(call: Call): { status: 200; body: Profile; headers: Record<string, string> } {
  return { status: 200, body: profile(call), headers: { etag: ownTag(call) } };
}

/** Changes with the profile, and with whatever decides whether somebody can administrate the clients that it administrates. */
export function ownTag(call: Call): string {
  const { memberships } = call.portal.store;
  const administrated = memberships
    .ofAccount(call.login.account.id)
    .filter(({ administrator, deactivated }) => administrator === 1 && deactivated === 0);
  const states = administrated.map(({ client }) => memberships.administratorStates(client, call.now()));
  return etag(profile(call), ...states);
}

function profile(call: Call): Profile {
  const { accounts, memberships } = call.portal.store;
  const account = accounts.byId(call.login.account.id) ?? call.login.account;
  const { id, userName, email, firstName, lastName, language, mobileNumber } = account;
  const actsForOthers = memberships.ofAccount(id).some(({ kind }) => kind === 'fiduciary');
  return {
    id,
    userName,
    email,
    firstName,
    lastName,
    language,
    mobileNumber,
    kind: actsForOthers ? 'fiduciary' : 'employee',
    methods: methodsOf(account),
    passwordChangedAt: rfc3339(account.passwordChangedAt ?? account.createdAt),
  };
}
