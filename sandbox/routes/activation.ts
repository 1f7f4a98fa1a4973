import type { Call } from '../http/call.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { fold } from '../rules/names.js';
import { unfit } from './me.js';

export const activation: Pick<Handlers, 'activateUser'> = {
  async activateUser(call, { body: { userName, activationCode, password } }) {
    call.subject = userName;
    const wait = call.portal.logins.take(`activation ${call.fund} ${fold(userName)}`, call.now());
    if (wait !== undefined) throw new Problem('too-many-requests', {}, { 'retry-after': String(wait) });
    const { accounts, enrolments } = call.portal.store;
    const account = accounts.byName(call.fund, userName);
    const invitation = account === undefined ? undefined : enrolments.invitation(account.id);
    if (account === undefined || invitation?.code !== activationDigest(call, activationCode)) {
      throw new Problem('activation-code-invalid');
    }
    if (invitation.expiresAt <= call.now()) throw new Problem('activation-code-expired');
    const fault = await call.portal.passwords.unfitness(password, account.userName, []);
    if (fault !== undefined) throw unfit('/password', fault);
    const hash = await call.portal.passwords.hash(password);
    return call.commit(() => {
      // Somebody else may have used the code meanwhile.
      if (enrolments.invitation(account.id) === undefined) throw new Problem('activation-code-invalid');
      accounts.setPassword(account.id, hash, call.now());
      enrolments.accept(account.id);
      return { status: 204 };
    });
  },
};

/** How activation codes are kept. */
export function activationDigest(call: Call, code: string): string {
  return call.portal.secret.mac('activation', code);
}
