import type { LoginChallenge, Session } from '../../contract/portal.gen.js';
import type { LoginApi } from '../api/login.js';
import { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';

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
  if (activation !== undefined) checkCode(activation, activationCodes, 'activation-code-invalid');
  const password = await wanted.password();
  const doubt = activation && (await activate(login, username, activation, password));
  const challenge = await login.start(username, password).catch((error: unknown) => {
    throw doubt !== undefined && isWrongPassword(error) ? doubt : error;
  });
  const method = chooseMethod(challenge, wanted.method);
  if (method === 'sms') await wanted.smsSent((await login.sendSms(challenge.challengeId)).maskedNumber);
  const code = withoutSpaces(await wanted.code(method));
  checkCode(code, oneTimeCodes, 'code-invalid');
  return login.answer(challenge.challengeId, method, code);
}

/** As the contract has them. What can't be a code is not sent: five wrong ones lock the user. */
const activationCodes = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/;
const oneTimeCodes = /^[0-9]{6,8}$/;

function checkCode(code: Secret, shape: RegExp, error: 'activation-code-invalid' | 'code-invalid'): void {
  if (!shape.test(code.reveal())) throw new ConnectError(error);
}

/** Apps show “123 456”. */
function withoutSpaces(code: Secret): Secret {
  return new Secret(code.reveal().replace(/\s/g, ''));
}

/** The doubt if the answer is lost: the login that follows tells whether the new password holds. */
async function activate(
  login: LoginApi,
  username: string,
  code: Secret,
  password: Secret,
): Promise<ConnectError | undefined> {
  try {
    await login.activate(username, code, password);
    return undefined;
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'outcome-unknown') return error;
    throw error;
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof ConnectError && error.code === 'credentials-invalid';
}

/** The authenticator app unless the user wants or has only the SMS. */
function chooseMethod({ methods }: LoginChallenge, wanted: LoginMethod | undefined): LoginMethod {
  const offered = methods.map(({ method }) => method);
  const chosen = wanted ?? (offered.includes('otp') ? 'otp' : 'sms');
  if (!offered.includes(chosen))
    throw new ConnectError('method-unavailable', { method: chosen, offered: offered.join(', ') });
  return chosen;
}
