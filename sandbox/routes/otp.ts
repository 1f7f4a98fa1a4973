import type { OtpEnrolment } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { mustMatch } from '../http/etag.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { newId } from '../rules/names.js';
import { minute, rfc3339 } from '../rules/time.js';
import { base32, matchingStep, otpauthUri } from '../rules/totp.js';
import { confirmation } from './attempts.js';
import { answer, ownTag } from './me.js';

const enrolmentTime = 10 * minute;

export const otp: Pick<Handlers, 'startOtpEnrolment' | 'confirmOtpEnrolment' | 'removeOtp'> = {
  async startOtpEnrolment(call, { body }) {
    const confirm = await confirmation(call, body.password);
    return call.commit(() => {
      const refusal = confirm();
      if (refusal !== undefined) return refusal;
      const { account } = call.login;
      const enrolment = newEnrolment(call, account.userName);
      const { enrolments } = call.portal.store;
      const secret = call.portal.secret.seal(enrolment.secret);
      enrolments.begin({ id: enrolment.id, account: account.id, secret, expiresAt: call.now() + enrolmentTime });
      return { status: 201, body: enrolment };
    });
  },

  confirmOtpEnrolment(call, { params, body }) {
    return call.commit(() => {
      const { accounts, challenges, enrolments } = call.portal.store;
      const { account } = call.login;
      const enrolment = enrolments.byId(params.enrolment);
      if (enrolment?.account !== account.id) throw new Problem('not-found');
      if (enrolment.expiresAt <= call.now()) throw new Problem('enrolment-expired');
      const step = matchingStep(call.portal.secret.open(enrolment.secret), body.code, call.portal.clock.onTelephones());
      if (step === undefined) throw new Problem('code-invalid');
      accounts.setTotpSecret(account.id, enrolment.secret);
      challenges.useStep(account.id, step);
      enrolments.end(account.id);
      return answer(call);
    });
  },

  async removeOtp(call, { body, headers }) {
    const confirm = await confirmation(call, body.password);
    return call.commit(() => {
      const refusal = confirm();
      if (refusal !== undefined) return refusal;
      const { account } = call.login;
      const current = call.portal.store.accounts.byId(account.id) ?? account;
      mustMatch(headers, ownTag(call));
      if (current.totpSecret === null) throw new Problem('not-found');
      if (current.mobileNumber === null) throw new Problem('factor-required');
      call.portal.store.accounts.setTotpSecret(account.id, null);
      return { status: 204 };
    });
  },
};

/** A new secret, as an authenticator app wants it. */
export function newEnrolment(call: Call, userName: string): OtpEnrolment {
  // 160 bits, as long as the digest (RFC 4226, section 4).
  const secret = base32(call.portal.random.bytes(20));
  return {
    id: newId(call.portal.random, 'enr'),
    secret,
    otpauthUri: otpauthUri(secret, call.fund, userName),
    expiresAt: rfc3339(call.now() + enrolmentTime),
  };
}
