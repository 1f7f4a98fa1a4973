import type { LoginChallenge, Session } from '../../contract/portal.gen.js';
import type { LoginApi } from '../api/login.js';
import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';

export type LoginMethod = 'otp' | 'sms';

/** What signing in needs to know from its user, asked for only when it is needed. */
export interface SignIn {
  readonly username: string;
  readonly method: LoginMethod | undefined;
  readonly password: () => Promise<Secret>;
  /** Set for an invited user's first login: the code from the e-mail, then the password is the new one. */
  readonly activationCode: (() => Promise<Secret>) | undefined;
  readonly code: (method: LoginMethod) => Promise<Secret>;
  readonly smsSent: (maskedNumber: string) => Promise<void>;
}

/**
 * Password, then one answer to the portal's challenge. A wrong answer is never repeated: five of them lock the user.
 * @throws ConnectError `credentials-invalid`, `code-invalid`, `code-used`, `user-locked`, `method-unavailable`, …
 */
export async function signIn(login: LoginApi, wanted: SignIn): Promise<Session> {
  const { username, activationCode } = wanted;
  const activation = await activationCode?.();
  const password = await wanted.password();
  if (activation !== undefined) await activate(login, username, activation, password);
  const challenge = await login.start(username, password);
  const method = chooseMethod(challenge, wanted.method);
  if (method === 'sms') await wanted.smsSent((await login.sendSms(challenge.challengeId)).maskedNumber);
  return login.answer(challenge.challengeId, method, await wanted.code(method));
}

/** Where the answer is lost, the login that follows tells whether the new password holds. */
async function activate(login: LoginApi, username: string, code: Secret, password: Secret): Promise<void> {
  try {
    await login.activate(username, code, password);
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'outcome-unknown') throw error;
  }
}

/** The authenticator app unless the user wants or has only the SMS. */
function chooseMethod({ methods }: LoginChallenge, wanted: LoginMethod | undefined): LoginMethod {
  const offered = methods.map(({ method }) => method);
  const chosen = wanted ?? (offered.includes('otp') ? 'otp' : 'sms');
  if (!offered.includes(chosen))
    throw new ConnectError('method-unavailable', { method: chosen, offered: offered.join(', ') });
  return chosen;
}
