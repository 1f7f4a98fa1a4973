import { portalAddress } from '../../config/portal-address.js';
import type { PortalAddress } from '../../config/portal-address.js';
import { writeUserConfig } from '../../config/file.js';
import { ConnectError, exitCodes } from '../../errors.js';
import { rememberLogin } from '../../operations/profiles.js';
import { signIn } from '../../operations/sign-in.js';
import type { LoginMethod } from '../../operations/sign-in.js';
import type { CredentialStore } from '../../platform/ports.js';
import { totpCode } from '../../platform/totp.js';
import type { Context } from '../../runner/context.js';
import { Secret } from '../../secret.js';
import { accountOf, storedSession, toSecret } from '../../session/stored-session.js';
import { show } from '../define.js';
import { choice, flag, optionalArgument, text } from '../options.js';
import { describeLogin, loginFields } from './login-status.js';
import type { LoginStatus } from './login-status.js';

interface LoginInput {
  readonly portal: string | undefined;
  readonly username: string | undefined;
  readonly method: LoginMethod | undefined;
  readonly ensure: boolean | undefined;
  readonly activate: boolean | undefined;
  readonly activationCodeStdin: boolean | undefined;
  readonly passwordStdin: boolean | undefined;
  readonly passwordFile: string | undefined;
  readonly otpStdin: boolean | undefined;
}

const login = show({
  name: 'login',
  summary: 'login.summary',
  details: 'login.details',
  examples: [
    'connect login https://www.akisnet.ch/ak095 --username anna.muster',
    'connect login --ensure',
    'connect login --username luca.bianchi --activate',
    'CONNECT_TOTP_SECRET_FILE=seed connect login --password-stdin < password',
  ],
  acts: 'nothing',
  local: true,
  args: { portal: optionalArgument('[portal]', 'login.portal') },
  options: {
    username: text('-u, --username <name>', 'login.username'),
    method: choice('--method <method>', 'login.method', ['otp', 'sms']),
    ensure: flag('--ensure', 'login.ensure'),
    activate: flag('--activate', 'login.activate'),
    activationCodeStdin: flag('--activation-code-stdin', 'login.activationCodeStdin'),
    passwordStdin: flag('--password-stdin', 'login.passwordStdin'),
    passwordFile: text('--password-file <file>', 'login.passwordFile'),
    otpStdin: flag('--otp-stdin', 'login.otpStdin'),
  },
  run,
  fields: loginFields,
});

export const verbs = [login];

async function run(input: LoginInput, context: Context): Promise<LoginStatus> {
  const { settings, store, ask, userConfig, directories } = context;
  const address = await addressFor(input, context);
  const username = input.username ?? settings.username.value ?? (await ask.text('login.askUsername', '--username'));
  const account = accountOf(address, username);
  if (input.ensure === true) {
    const status = await stillSignedIn(address, username, context);
    if (status !== undefined) return status;
  }
  // Before anybody types a password or uses up a code: without a place for the session there will be none.
  await makeSureOfStore(store);
  const session = storedSession(await signIn(context.reach(address).login, sourcesOf(input, username, context)));
  await store.set(account, toSecret(session));
  const wished = settings.profile.origin === 'user' ? undefined : settings.profile.value;
  const { name, config } = rememberLogin(userConfig, address, username, wished);
  await writeUserConfig(directories.config, config);
  if (config.profile !== name)
    await context.notify('login.otherDefault', { profile: name, default: config.profile ?? '' });
  return describeLogin(name, address, session, store.kind);
}

/** Writes and removes something: a keychain without a keyring answers every question, and fails when it has to keep. */
async function makeSureOfStore(store: CredentialStore): Promise<void> {
  await store.set('connect test entry', new Secret('test'));
  await store.delete('connect test entry');
}

async function addressFor({ portal }: LoginInput, { settings, ask }: Context): Promise<PortalAddress> {
  if (portal !== undefined) return portalAddress(portal);
  return settings.portal.value ?? portalAddress(await ask.text('login.askPortal', '[portal]'));
}

async function stillSignedIn(
  address: PortalAddress,
  username: string,
  context: Context,
): Promise<LoginStatus | undefined> {
  const { keeper, portal } = context.openLoginOf(address, username);
  try {
    await portal.login.session();
  } catch (error) {
    if (error instanceof ConnectError && error.exitCode === exitCodes.signedOut && !error.code.startsWith('store-'))
      return undefined;
    throw error;
  }
  const session = await keeper.session();
  return session && describeLogin(context.settings.profile.value ?? '', address, session, context.store.kind);
}

function sourcesOf(input: LoginInput, username: string, context: Context): Parameters<typeof signIn>[1] {
  const { ask, notify, world } = context;
  const activating = input.activate === true || input.activationCodeStdin === true;
  const password = {
    stdin: input.passwordStdin,
    file: input.passwordFile,
    option: '--password-stdin',
    variable: 'CONNECT_PASSWORD',
  };
  return {
    username,
    method: input.method,
    activationCode: activating
      ? () =>
          ask.secret('login.askActivationCode', { stdin: input.activationCodeStdin, option: '--activation-code-stdin' })
      : undefined,
    password: () =>
      activating
        ? newPassword(password, context)
        : ask.secret('login.askPassword', { ...password, params: { username } }),
    code: async (method): Promise<Secret> => {
      const seed =
        method === 'otp' && input.otpStdin !== true
          ? await ask.given({ option: '--otp-stdin', variable: 'CONNECT_TOTP_SECRET' })
          : undefined;
      if (seed !== undefined) return totpCode(seed, world.clock);
      return ask.secret(method === 'otp' ? 'login.askCode' : 'login.askSmsCode', {
        stdin: input.otpStdin,
        option: '--otp-stdin',
      });
    },
    smsSent: (maskedNumber) => notify('login.smsSent', { maskedNumber }),
  };
}

/** A password that nobody has used yet is asked for twice where it is typed. */
async function newPassword(sources: Parameters<Context['ask']['given']>[0], { ask, notify }: Context): Promise<Secret> {
  const given = await ask.given(sources);
  if (given !== undefined) return given;
  await notify('login.passwordRules');
  const option = '--password-stdin';
  const first = await ask.secret('login.askNewPassword', { option });
  const second = await ask.secret('login.askNewPasswordAgain', { option });
  if (first.reveal() !== second.reveal()) throw new ConnectError('passwords-differ');
  return first;
}
