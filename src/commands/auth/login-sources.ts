import type { PortalAddress } from '../../config/portal-address.js';
import { codesOfSeed } from '../../operations/own-codes.js';
import type { OwnCodes, OwnCodesPorts } from '../../operations/own-codes.js';
import type { LoginMethod, SignIn } from '../../operations/sign-in.js';
import type { SecretSources } from '../../runner/ask.js';
import type { Context } from '../../runner/context.js';
import type { Secret } from '../../secret.js';
import { seedAccountOf } from '../../session/stored-seed.js';
import { askNewPassword } from '../ask-new-password.js';

/** Where a seed comes from that is not in the store. */
export const seedInEnvironment: SecretSources = { option: '--otp-stdin', variable: 'CONNECT_TOTP_SECRET' };

export interface LoginInput {
  readonly portal: string | undefined;
  readonly username: string | undefined;
  readonly method: SignIn['method'];
  readonly ensure: boolean | undefined;
  readonly activate: boolean | undefined;
  readonly activationCodeStdin: boolean | undefined;
  readonly passwordStdin: boolean | undefined;
  readonly passwordFile: string | undefined;
  readonly otpStdin: boolean | undefined;
}

/** Where the secrets of a login come from, each asked for when it is needed. */
export function sourcesOf(input: LoginInput, username: string, context: Context, portal: PortalAddress): SignIn {
  const { ask } = context;
  const { activationCodeStdin, passwordStdin, passwordFile } = input;
  const activating = input.activate === true || activationCodeStdin === true;
  const password: SecretSources = {
    stdin: passwordStdin,
    file: passwordFile,
    option: '--password-stdin',
    variable: 'CONNECT_PASSWORD',
    params: { username },
  };
  const activationCode: SecretSources = { stdin: activationCodeStdin, option: '--activation-code-stdin' };
  return {
    username,
    method: input.method,
    activationCode: activating ? () => ask.secret('login.askActivationCode', activationCode) : undefined,
    password: () =>
      activating
        ? askNewPassword(username, password, 'login.passwordRules', context)
        : ask.secret('login.askPassword', password),
    ownCodes: async () => (input.otpStdin === true ? undefined : ownCodes(portal, username, context)),
    ...askedCodes(input.otpStdin, context),
  };
}

/** From the seed in the environment, else from the one that the store keeps; none if there is neither. */
async function ownCodes(portal: PortalAddress, username: string, context: Context): Promise<OwnCodes | undefined> {
  const { ask, store, notify } = context;
  const given = await ask.given(seedInEnvironment);
  const text = given ?? (await store.get(seedAccountOf(portal, username)));
  if (text === undefined) return undefined;
  if (given !== undefined) return codesOf(given, portal, context, 'code-invalid');
  await notify('login.storedSeed');
  return codesOf(text, portal, context, 'seed-refused');
}

/**
 * The codes of a seed at a portal.
 * @param refused what a refused code means where the clock is right
 * @throws ConnectError `totp-secret-malformed`
 */
export function codesOf(
  text: Secret,
  portal: PortalAddress,
  { world, countdown, wire }: Pick<Context, 'world' | 'countdown' | 'wire'>,
  refused: OwnCodesPorts['refused'],
): OwnCodes {
  return codesOfSeed(text, portal.href, {
    clock: world.clock,
    locks: world.locks,
    wait: (until) => countdown('login.waitForCode', until),
    secondsAhead: () => wire.clockCheck?.secondsAhead,
    refused,
  });
}

/** The contract's interval, counted from the portal's answer. */
const smsIntervalMs = 30_000;

/** Codes that a person reads off a phone. */
function askedCodes(stdin: boolean | undefined, { ask, notify, countdown, world }: Context) {
  let next = world.clock.now();
  return {
    code: async (method: LoginMethod): Promise<Secret | undefined> => {
      const question = method === 'otp' ? 'login.askCode' : 'login.askSmsCode';
      const code = await ask.secret(question, { stdin, option: '--otp-stdin' });
      // Nothing typed is never a code; it asks for another SMS, and so does an `r`.
      if (stdin === true || !/^\s*r?\s*$/i.test(code.reveal())) return code;
      if (method === 'sms') await countdown('login.waitForSms', next);
      return undefined;
    },
    smsSent: async (maskedNumber: string, again: boolean): Promise<void> => {
      next = new Date(world.clock.now().getTime() + smsIntervalMs);
      await notify(again ? 'login.smsSentAgain' : 'login.smsSent', { maskedNumber });
    },
  };
}
