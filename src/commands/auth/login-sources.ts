import type { SignIn } from '../../operations/sign-in.js';
import { checkNewPassword } from '../../operations/new-password.js';
import { ConnectError } from '../../errors.js';
import { totpCode } from '../../platform/totp.js';
import type { SecretSources } from '../../runner/ask.js';
import type { Context } from '../../runner/context.js';
import type { Secret } from '../../secret.js';

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
export function sourcesOf(input: LoginInput, username: string, context: Context): SignIn {
  const { ask, notify } = context;
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
    password: () => (activating ? newPassword(username, password, context) : ask.secret('login.askPassword', password)),
    code: (method) => oneTimeCode(method, input.otpStdin, context),
    smsSent: (maskedNumber) => notify('login.smsSent', { maskedNumber }),
  };
}

async function oneTimeCode(
  method: 'otp' | 'sms',
  stdin: boolean | undefined,
  { ask, world }: Context,
): Promise<Secret> {
  const option = '--otp-stdin';
  const seed =
    method === 'otp' && stdin !== true ? await ask.given({ option, variable: 'CONNECT_TOTP_SECRET' }) : undefined;
  if (seed !== undefined) return totpCode(seed, world.clock);
  return ask.secret(method === 'otp' ? 'login.askCode' : 'login.askSmsCode', { stdin, option });
}

/** A password that nobody has used yet: asked for twice where it is typed, and never sent if it can't do. */
async function newPassword(username: string, sources: SecretSources, { ask, notify }: Context): Promise<Secret> {
  const given = await ask.given(sources);
  if (given !== undefined) return checkNewPassword(given, username);
  await notify('login.passwordRules');
  const { option } = sources;
  const first = checkNewPassword(await ask.secret('login.askNewPassword', { option }), username);
  const second = await ask.secret('login.askNewPasswordAgain', { option });
  if (first.reveal() !== second.reveal()) throw new ConnectError('passwords-differ');
  return first;
}
