import type { LoginChallenge, Session } from '../../contract/portal.gen.js';
import type { LoginApi } from '../api/login.js';
import { ConnectError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import type { DevicePublicKey } from '../platform/ports.js';
import { Secret } from '../secret.js';
import type { OwnCode, OwnCodes } from './own-codes.js';

export type LoginMethod = 'otp' | 'sms';

/** What signing in needs to know from its user, asked for only when it is needed. */
export interface SignIn {
  readonly username: string;
  readonly method: LoginMethod | undefined;
  readonly password: () => Promise<Secret>;
  /** Set for an invited user's first login: the code from the e-mail, then the password is the new one. */
  readonly activationCode: (() => Promise<Secret>) | undefined;
  /** The codes that this computer computes, if it has the seed of the authenticator app. */
  readonly ownCodes?: () => Promise<OwnCodes | undefined>;
  /** A code that a person reads somewhere; undefined asks for another SMS. */
  readonly code: (method: LoginMethod) => Promise<Secret | undefined>;
  readonly smsSent: (maskedNumber: string, again: boolean) => Promise<void>;
  /** What the session shall sign with. */
  readonly deviceKey?: DevicePublicKey;
}

/**
 * Password, then one answer to the portal's challenge. A wrong answer is never repeated: five of them lock the user.
 * @throws ConnectError `credentials-invalid`, `code-invalid`, `code-used`, `user-locked`, `method-unavailable`,
 * `clock-ahead`, `clock-behind`, `seed-refused`, …
 */
export async function signIn(login: LoginApi, wanted: SignIn): Promise<Session> {
  const { username } = wanted;
  const activation = await wanted.activationCode?.();
  if (activation !== undefined) checkCode(activation, activationCodes, 'activation-code-invalid');
  const password = await wanted.password();
  const doubt = activation && (await activate(login, username, activation, password));
  // Before the password: waiting for a code can take longer than the portal's challenge holds.
  const codes = activation === undefined && wanted.method !== 'sms' ? await wanted.ownCodes?.() : undefined;
  const own = await codes?.take();
  let sent = false;
  try {
    const challenge = await login.start(username, password).catch((error: unknown) => {
      throw doubt !== undefined && isError(error, 'credentials-invalid') ? doubt : error;
    });
    const method = chooseMethod(challenge, wanted.method);
    if (method === 'sms' || codes === undefined || own === undefined)
      return await answerAsked(login, challenge, method, wanted);
    sent = true;
    return await answerOwn(login, challenge, codes, own, wanted.deviceKey);
  } finally {
    if (own !== undefined && !sent) await codes?.giveBack(own);
  }
}

async function answerAsked(
  login: LoginApi,
  { challengeId }: LoginChallenge,
  method: LoginMethod,
  wanted: SignIn,
): Promise<Session> {
  const send = async (again: boolean): Promise<void> =>
    wanted.smsSent((await login.sendSms(challengeId)).maskedNumber, again);
  if (method === 'sms') await send(false);
  let typed = await wanted.code(method);
  while (typed === undefined) {
    if (method === 'sms') await send(true);
    typed = await wanted.code(method);
  }
  return login.answer(challengeId, method, oneTimeCode(typed), wanted.deviceKey);
}

/**
 * With a code that was computed here. If the portal has seen it already, another computer has the seed, too; the next
 * step's code is a new one, which is sent once. A code that was wrong is followed by none.
 */
async function answerOwn(
  login: LoginApi,
  { challengeId }: LoginChallenge,
  codes: OwnCodes,
  own: OwnCode,
  deviceKey: DevicePublicKey | undefined,
): Promise<Session> {
  const send = async ({ code }: OwnCode): Promise<Session> => login.answer(challengeId, 'otp', code, deviceKey);
  try {
    return await send(await codes.stillGood(own)).catch(async (error: unknown) => {
      if (isError(error, 'code-used')) return send(await codes.take());
      throw error;
    });
  } catch (error) {
    throw codes.named(error);
  }
}

/** As the contract has them. What can't be a code is not sent: five wrong ones lock the user. */
const activationCodes = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/;
const oneTimeCodes = /^[0-9]{6,8}$/;

function checkCode(code: Secret, shape: RegExp, error: 'activation-code-invalid' | 'code-invalid'): void {
  if (!shape.test(code.reveal())) throw new ConnectError(error);
}

/**
 * A code as it is sent; apps show “123 456”.
 * @throws ConnectError `code-invalid` for what can't be one
 */
export function oneTimeCode(typed: Secret): Secret {
  const code = new Secret(typed.reveal().replace(/\s/g, ''));
  checkCode(code, oneTimeCodes, 'code-invalid');
  return code;
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

function isError(error: unknown, code: ErrorCode): boolean {
  return error instanceof ConnectError && error.code === code;
}

/** The authenticator app unless the user wants or has only the SMS. */
function chooseMethod({ methods }: LoginChallenge, wanted: LoginMethod | undefined): LoginMethod {
  const offered = methods.map(({ method }) => method);
  const chosen = wanted ?? (offered.includes('otp') ? 'otp' : 'sms');
  if (!offered.includes(chosen))
    throw new ConnectError('method-unavailable', { method: chosen, offered: offered.join(', ') });
  return chosen;
}
