import type { Session } from '../../contract/portal.gen.js';
import type { LoginApi } from '../api/login.js';
import { ConnectError } from '../errors.js';
import type { DevicePublicKey } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import type { OwnCodes } from './own-codes.js';
import { signIn } from './sign-in.js';

export interface UnattendedPorts {
  /** What the session shall sign with. */
  readonly deviceKey: DevicePublicKey;
  readonly codes: (seed: Secret) => OwnCodes;
  /** What the variable holds, or the file that `<variable>_FILE` names. */
  readonly given: (variable: string) => Promise<Secret | undefined>;
}

/**
 * Signs in with what the environment holds, and asks nobody. Nothing is sent unless everything is there.
 * @throws ConnectError `login-incomplete`, and whatever signing in may throw
 */
export async function signInUnattended(
  login: LoginApi,
  username: string,
  { deviceKey, codes, given }: UnattendedPorts,
): Promise<Session> {
  const [password, seed] = await Promise.all([given('CONNECT_PASSWORD'), given('CONNECT_TOTP_SECRET')]);
  if (password === undefined || seed === undefined) {
    const missing = [
      ...(password === undefined ? ['CONNECT_PASSWORD[_FILE]'] : []),
      ...(seed === undefined ? ['CONNECT_TOTP_SECRET[_FILE]'] : []),
    ];
    throw incomplete(missing);
  }
  return signIn(login, {
    username,
    deviceKey,
    // An SMS would reach a person, and this must work without one.
    method: 'otp',
    activationCode: undefined,
    password: () => Promise.resolve(password),
    ownCodes: () => Promise.resolve(codes(seed)),
    // Nobody is there to type one; only a user without an authenticator app would be asked.
    code: () => Promise.reject(new ConnectError('method-unavailable', { method: 'otp', offered: 'sms' })),
    smsSent: () => Promise.resolve(),
  });
}

export function incomplete(missing: readonly string[]): ConnectError {
  return new ConnectError('login-incomplete', { missing: missing.join(', ') });
}
