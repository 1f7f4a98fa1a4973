import type { Session } from '../../../contract/portal.gen.js';
import { portalAddress } from '../../config/portal-address.js';
import type { PortalAddress } from '../../config/portal-address.js';
import { updateUserConfig } from '../../config/update.js';
import { ConnectError, exitCodes } from '../../errors.js';
import { certificateSignIn } from '../../operations/certificate-sign-in.js';
import { deviceKeyFor } from '../../operations/device-key.js';
import { probeStore } from '../../operations/probe-store.js';
import { rememberLogin } from '../../operations/profiles.js';
import { signIn } from '../../operations/sign-in.js';
import type { DevicePublicKey } from '../../platform/ports.js';
import type { Context } from '../../runner/context.js';
import { accountOf, storedSession, toSecret } from '../../session/stored-session.js';
import { show } from '../define.js';
import { choice, flag, optionalArgument, text } from '../options.js';
import { certificateSource, passwordLogin } from './login-certificate.js';
import type { CertificateInput } from './login-certificate.js';
import { sourcesOf } from './login-sources.js';
import { describeLogin, loginFields } from './login-status.js';
import type { LoginStatus } from './login-status.js';

const login = show({
  name: 'login',
  summary: 'login.summary',
  details: 'login.details',
  examples: [
    'connect login https://www.akisnet.ch/ak095 --username anna.muster',
    'connect login --ensure',
    'connect login --username luca.bianchi --activate',
    'CONNECT_TOTP_SECRET_FILE=seed connect login --password-stdin < password',
    'connect login https://www.akisnet.ch/ak095 --certificate anna.muster.p12',
  ],
  acts: 'nothing',
  local: true,
  args: { portal: optionalArgument('[portal]', 'login.portal') },
  options: {
    username: text('-u, --username <name>', 'login.username'),
    method: choice('--method <method>', 'login.method', ['otp', 'sms', 'certificate']),
    certificate: text('--certificate <file>', 'login.certificate'),
    key: text('--key <file>', 'login.key'),
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

async function run(input: CertificateInput, context: Context): Promise<LoginStatus> {
  const { settings, store, directories } = context;
  if (store.kind === 'memory') throw new ConnectError('store-keeps-nothing');
  const address = await addressFor(input, context);
  const way = await wayIn(input, address, context);
  if (input.ensure === true && way.username !== undefined) {
    const status = await stillSignedIn(address, way.username, context);
    if (status !== undefined) return status;
  }
  // Before anybody types a password or uses up a code: without a place for the session there will be none.
  await probeStore(store);
  const account = way.username === undefined ? undefined : accountOf(address, way.username);
  const key = await deviceKeyFor(account, store, context.world.random);
  const issued = await way.signIn(key.publicKey);
  const session = storedSession(issued, key);
  const username = way.username ?? session.info.user.userName;
  await store.set(accountOf(address, username), toSecret(session));
  const wished = settings.profile.origin === 'user' ? undefined : settings.profile.value;
  let name = '';
  const config = await updateUserConfig(directories.config, (before) => {
    const saved = rememberLogin(before, address, username, wished);
    name = saved.name;
    return saved.config;
  });
  if (config.profile !== name) {
    await context.notify('login.otherDefault', { profile: name, default: config.profile ?? '' });
  }
  return describeLogin(name, address, session, issued.session, store.kind);
}

interface Way {
  /** Whom it is for; a certificate may tell only when it is accepted. */
  readonly username: string | undefined;
  readonly signIn: (deviceKey: DevicePublicKey) => Promise<Session>;
}

async function wayIn(input: CertificateInput, address: PortalAddress, context: Context): Promise<Way> {
  const { login } = context.reach(address);
  const known = knownUsername(input, address, context);
  const byPassword = passwordLogin(input, context);
  if (byPassword === undefined) {
    const source = (deviceKey: DevicePublicKey) => certificateSource(input, known, deviceKey, context);
    return {
      username: known,
      signIn: async (deviceKey) => certificateSignIn(login, await source(deviceKey), context.world.clock),
    };
  }
  const username = known ?? (await context.ask.text('login.askUsername', '--username'));
  return {
    username,
    signIn: (deviceKey) => signIn(login, { ...sourcesOf(byPassword, username, context, address), deviceKey }),
  };
}

async function addressFor({ portal }: CertificateInput, { settings, ask }: Context): Promise<PortalAddress> {
  if (portal !== undefined) return portalAddress(portal);
  return settings.portal.value ?? portalAddress(await ask.text('login.askPortal', '[portal]'));
}

/** A saved user name belongs to its portal; at another one somebody else may bear it. */
function knownUsername(
  { username }: CertificateInput,
  { href }: PortalAddress,
  { settings }: Context,
): string | undefined {
  const { username: set, portal } = settings;
  const applies = set.origin !== 'user' || portal.value?.href === href;
  return username ?? (applies ? set.value : undefined);
}

async function stillSignedIn(
  address: PortalAddress,
  username: string,
  context: Context,
): Promise<LoginStatus | undefined> {
  const { keeper, portal } = context.openLoginOf(address, username);
  const info = await portal.login.session().catch((error: unknown) => {
    if (isSignedOut(error)) return undefined;
    throw error;
  });
  const session = info && (await keeper.session());
  return session && describeLogin(nameOf(address, username, context), address, session, info, context.store.kind);
}

function isSignedOut(error: unknown): boolean {
  const known = error instanceof ConnectError ? error : undefined;
  return known?.exitCode === exitCodes.signedOut && !known.code.startsWith('store-');
}

/** Under which a login is remembered. */
function nameOf({ href }: PortalAddress, username: string, { userConfig: { profiles } }: Context): string {
  const isIt = (name: string): boolean => profiles[name]?.portal === href && profiles[name].username === username;
  return Object.keys(profiles).find(isIt) ?? '';
}
