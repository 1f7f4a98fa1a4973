import type { Call } from '../http/call.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { keyOfDevice } from '../rules/signing-keys.js';
import { fold, maskNumber, newId, newSmsCode } from '../rules/names.js';
import { minute, rfc3339, second } from '../rules/time.js';
import { matchingStep } from '../rules/totp.js';
import { methodsOf, type AccountRow } from '../store/accounts.js';
import type { ChallengeRow } from '../store/challenges.js';
import { smsText } from '../texts/mails.js';
import { lockOf, wrongAnswer } from './attempts.js';
import { begin, hasClients } from './tokens.js';

const challengeTime = 5 * minute;
const smsInterval = 30 * second;

export const login: Pick<Handlers, 'startLogin' | 'sendLoginSms' | 'answerLogin'> = {
  async startLogin(call, { body: { userName, password } }) {
    call.subject = userName;
    limitLogins(call, userName);
    const { accounts, registrations, challenges } = call.portal.store;
    const account = accounts.byName(call.fund, userName);
    const halfway = account === undefined ? registrations.halfway(call.fund, userName, call.now()) : undefined;
    const subject = account?.id ?? `?${call.fund} ${fold(userName)}`;
    const early = lockOf(call, subject);
    if (early !== undefined) throw early;
    // Takes the same time whether or not there is a password to compare with.
    const right = await call.portal.passwords.matches(password, account?.passwordHash ?? halfway?.passwordHash ?? null);
    return call.commit(() => {
      const lock = lockOf(call, subject);
      if (lock !== undefined) return lock;
      const changed = accounts.byName(call.fund, userName)?.passwordHash !== account?.passwordHash;
      if (!right || changed) return wrongAnswer(call, subject, 'credentials-invalid');
      if (account === undefined) return new Problem('user-not-activated');
      if (!hasClients(call, account)) return new Problem('user-deactivated');
      const id = newId(call.portal.random, 'chl');
      const expiresAt = call.now() + challengeTime;
      challenges.add(id, account.id, expiresAt, call.now());
      return { status: 200, body: { challengeId: id, expiresAt: rfc3339(expiresAt), methods: methods(account) } };
    });
  },

  sendLoginSms(call, { body: { challengeId } }) {
    return call.commit(() => {
      const { challenge, account } = openChallenge(call, challengeId);
      const lock = lockOf(call, account.id);
      if (lock !== undefined) return lock;
      const number = account.mobileNumber;
      if (number === null) return new Problem('state-conflict', { detail: 'The user has no mobile number.' });
      const wait = (challenge.smsSentAt ?? -smsInterval) + smsInterval - call.now();
      if (wait > 0) return new Problem('too-many-requests', {}, { 'retry-after': String(Math.ceil(wait / 1000)) });
      const code = newSmsCode(call.portal.random);
      call.portal.store.challenges.smsSent(challenge.id, smsDigest(call, challenge.id, code), call.now());
      call.send('sms', number, 'connect', smsText(account.language, code), code);
      const expiresAt = Math.min(call.now() + challengeTime, challenge.expiresAt);
      return { status: 202, body: { maskedNumber: maskNumber(number), expiresAt: rfc3339(expiresAt) } };
    });
  },

  answerLogin(call, { body: { challengeId, method, code, deviceKey } }) {
    return call.commit(() => {
      const { challenge, account } = openChallenge(call, challengeId);
      const lock = lockOf(call, account.id);
      if (lock !== undefined) return lock;
      if (!hasClients(call, account)) return new Problem('user-deactivated');
      const refusal = method === 'otp' ? checkOtp(call, account, code) : checkSms(call, challenge, code);
      if (refusal !== undefined) return refusal;
      call.portal.store.challenges.answered(challenge.id);
      return { status: 200, body: begin(call, account, method, deviceKey && keyOfDevice(deviceKey)) };
    });
  },
};

function limitLogins(call: Call, userName: string): void {
  const wait = call.portal.logins.take(`${call.fund} ${fold(userName)}`, call.now());
  if (wait !== undefined) throw new Problem('too-many-requests', {}, { 'retry-after': String(wait) });
}

function methods(account: AccountRow) {
  return methodsOf(account).map((method) =>
    method === 'sms' && account.mobileNumber !== null
      ? { method, maskedNumber: maskNumber(account.mobileNumber) }
      : { method },
  );
}

function openChallenge(call: Call, id: string): { challenge: ChallengeRow; account: AccountRow } {
  const challenge = call.portal.store.challenges.byId(id);
  const account = challenge === undefined ? undefined : call.portal.store.accounts.byId(challenge.account);
  if (challenge === undefined || account?.fund !== call.fund) throw new Problem('challenge-expired');
  call.subject = account.userName;
  if (challenge.answered === 1 || challenge.expiresAt <= call.now()) throw new Problem('challenge-expired');
  return { challenge, account };
}

function checkOtp(call: Call, account: AccountRow, code: string): Problem | undefined {
  const { secret, store } = call.portal;
  const step =
    account.totpSecret === null
      ? undefined
      : matchingStep(secret.open(account.totpSecret), code, call.portal.clock.onTelephones());
  if (step === undefined) return wrongAnswer(call, account.id, 'code-invalid');
  return store.challenges.useStep(account.id, step) ? undefined : new Problem('code-used');
}

function checkSms(call: Call, challenge: ChallengeRow, code: string): Problem | undefined {
  const right = challenge.smsCode !== null && challenge.smsCode === smsDigest(call, challenge.id, code);
  return right ? undefined : wrongAnswer(call, challenge.account, 'code-invalid');
}

function smsDigest(call: Call, challenge: string, code: string): string {
  return call.portal.secret.mac('sms', `${challenge} ${code}`);
}
