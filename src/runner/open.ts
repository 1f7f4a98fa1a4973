import { openPortal } from '../api/portal.js';
import type { Wire } from '../api/wire.js';
import { directories } from '../config/paths.js';
import type { PortalAddress } from '../config/portal-address.js';
import type { Settings } from '../config/settings.js';
import type { UserConfig } from '../config/document.js';
import { ConnectError } from '../errors.js';
import type { ExitCode, Params } from '../errors.js';
import type { MessageKey, Translate } from '../i18n/translate.js';
import { credentialStore } from '../platform/credential-store.js';
import type { World } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import type { Tell } from '../render/tell.js';
import { SessionKeeper } from '../session/session-keeper.js';
import { accountOf } from '../session/stored-session.js';
import { asker } from './ask.js';
import type { Ask } from './ask.js';
import type { Context, Login } from './context.js';
import { resolveClients } from './target.js';

export interface Circumstances {
  readonly world: World;
  readonly settings: Settings;
  readonly userConfig: UserConfig;
  readonly configFault: ConnectError | undefined;
  readonly translate: Translate;
  readonly tell: Tell;
  readonly yes: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly raise: (exitCode: ExitCode) => void;
  readonly endWith: (exitCode: number) => void;
}

/** Makes the context of a run. Nothing is opened here: store, portal and session come to life by use. */
export function openContext(circumstances: Circumstances): Context {
  const { world, settings, userConfig, configFault, translate, tell, yes, raise, endWith } = circumstances;
  const places = directories(world);
  const ask = asker(world, translate, settings.noInput.value);
  const store = credentialStore({
    kind: settings.store.value,
    keychain: world.keychain,
    directory: places.state,
    passphrase: (isNew) => storePassphrase(ask, isNew),
  });
  const wire = wireOf(circumstances);
  const wireTo = (address: PortalAddress): Wire => ({ ...wire, address });
  const openLoginOf = (address: PortalAddress, username: string): Login => {
    const login = openPortal(wireTo(address)).login;
    const keeper = new SessionKeeper(accountOf(address, username), {
      store,
      login,
      clock: world.clock,
      random: world.random,
    });
    return { address, username, keeper, portal: openPortal({ ...wireTo(address), authorizer: keeper }) };
  };
  const openLogin = (): Login => {
    const { address, username } = loginOf(settings, userConfig);
    return openLoginOf(address, username);
  };
  return {
    world,
    settings,
    userConfig,
    configFault,
    directories: places,
    store,
    translate,
    tell,
    ask,
    yes,
    raise,
    endWith,
    wire,
    notify: (key: MessageKey, params?: Params) =>
      circumstances.quiet ? Promise.resolve() : world.stderr.write(`${translate(key, params)}\n`),
    fail: (subject, error) =>
      world.stderr.write(
        `${translate('fleet.failed', { subject, reason: translate(`error.${error.code}`, error.params) })}\n`,
      ),
    reach: (address) => openPortal(wireTo(address)),
    openLogin,
    openLoginOf,
    namedClient: async () => {
      if (settings.clients.origin !== 'option') return undefined;
      const [client] = await resolveClients(openLogin().portal, settings.clients, {
        writes: false,
        everyClient: false,
      });
      return client;
    },
  };
}

/** From the environment, or typed; a new one twice, since a slip would lock the file for good. */
async function storePassphrase(ask: Ask, isNew: boolean): Promise<Secret> {
  const sources = { option: 'CONNECT_STORE_PASSPHRASE', variable: 'CONNECT_STORE_PASSPHRASE' };
  const given = await ask.given(sources);
  if (given !== undefined) return given;
  const typed = await ask.secret('ask.storePassphrase', sources);
  if (isNew && typed.reveal() !== (await ask.secret('ask.storePassphraseAgain', sources)).reveal()) {
    throw new ConnectError('passwords-differ');
  }
  return typed;
}

function wireOf({ world, settings, verbose }: Circumstances): Omit<Wire, 'address'> {
  const { network, clock, random, interrupted, stderr } = world;
  return {
    network,
    clock,
    random,
    language: settings.lang.value,
    timeoutMs: settings.timeoutMs.value,
    signal: interrupted,
    ...(verbose && { trace: (line: string) => void stderr.write(`${line}\n`).catch(() => undefined) }),
  };
}

/** Which login the settings name. */
export function loginOf(settings: Settings, { profiles }: UserConfig): { address: PortalAddress; username: string } {
  const { profile, portal, username } = settings;
  if (
    profile.value !== undefined &&
    profile.origin !== 'user' &&
    !Object.hasOwn(profiles, profile.value) &&
    portal.value === undefined
  ) {
    const known = Object.keys(profiles).join(', ');
    throw new ConnectError('profile-unknown', { profile: profile.value, known: known === '' ? '-' : known });
  }
  if (portal.value === undefined || username.value === undefined) throw new ConnectError('not-signed-in');
  return { address: portal.value, username: username.value };
}
