import type { Client } from '../../contract/portal.gen.js';
import { ClockCheck } from '../api/clock-check.js';
import { gate } from '../api/gate.js';
import { openPortal } from '../api/portal.js';
import type { Wire } from '../api/wire.js';
import { Witness } from '../api/witness.js';
import { caFilesOf } from '../config/ca-files.js';
import { directories } from '../config/paths.js';
import type { PortalAddress } from '../config/portal-address.js';
import type { Settings, StoreKind } from '../config/settings.js';
import type { UserConfig } from '../config/document.js';
import { ConnectError } from '../errors.js';
import type { ExitCode, Params } from '../errors.js';
import type { MessageKey, Translate } from '../i18n/translate.js';
import { incomplete } from '../operations/unattended-login.js';
import { credentialStore } from '../platform/credential-store.js';
import type { CredentialStore, World } from '../platform/ports.js';
import type { Tell } from '../render/tell.js';
import type { Keeper } from '../session/keeper.js';
import { SessionKeeper } from '../session/session-keeper.js';
import { accountOf } from '../session/stored-session.js';
import { asker } from './ask.js';
import type { Context, Login } from './context.js';
import { contents } from './contents.js';
import { countdown } from './countdown.js';
import { FleetingSessions } from './fleeting.js';
import { inPassing } from './in-passing.js';
import type { WireOfLogin } from './in-passing.js';
import { storePassphrase } from './passphrase.js';
import { watching } from './progress.js';
import { sessionSigner } from './signing.js';
import { resolveClients } from './target.js';

export interface Circumstances {
  readonly world: World;
  readonly settings: Settings;
  readonly userConfig: UserConfig;
  readonly configFault: ConnectError | undefined;
  readonly translate: Translate;
  readonly tell: Tell;
  readonly yes: boolean;
  readonly concurrency: number;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly raise: (exitCode: ExitCode) => void;
  readonly endWith: (exitCode: number) => void;
  /** Work for the end of the run, however it ends. */
  readonly atEnd: (work: () => Promise<void>) => void;
}

/** Makes the context of a run. Nothing is opened here: store, portal and session come to life by use. */
export function openContext(circumstances: Circumstances): Context {
  const { world, settings, userConfig, configFault, translate, tell, yes, concurrency, raise, endWith } = circumstances;
  const places = directories(world);
  const ask = asker(world, translate, settings.noInput.value);
  const openStore = (kind: StoreKind): CredentialStore =>
    credentialStore({
      kind,
      keychain: world.keychain,
      directory: places.state,
      passphrase: (isNew) => storePassphrase(ask, isNew),
    });
  const store = openStore(settings.store.value);
  const wire = wireOf(circumstances);
  const wireTo = (address: PortalAddress): Wire => ({ ...wire, address });
  const speech = speechOf(circumstances);
  const keeperOf = keepers(circumstances, store, new FleetingSessions(world, ask, speech.countdown));
  const openLoginOf = (address: PortalAddress, username: string): Login => {
    const keeper = keeperOf(wireTo(address), username);
    const signer = sessionSigner(keeper, wire, world, ask);
    return { address, username, keeper, portal: openPortal({ ...wireTo(address), authorizer: keeper, signer }) };
  };
  const wireOfLogin = (): WireOfLogin => {
    const { address, username } = loginOf(settings, userConfig);
    return { wire: wireTo(address), username };
  };
  const openLogin = (): Login => {
    const { address, username } = loginOf(settings, userConfig);
    return openLoginOf(address, username);
  };
  const namedClients = async (): Promise<readonly Client[] | undefined> => {
    if (settings.clients.origin !== 'option') return undefined;
    return resolveClients(openLogin().portal, settings.clients, { writes: false, everyClient: false });
  };
  return {
    world,
    settings,
    userConfig,
    configFault,
    directories: places,
    store,
    openStore,
    translate,
    tell,
    ask,
    yes,
    concurrency,
    raise,
    endWith,
    wire,
    ...speech,
    reach: (address) => openPortal(wireTo(address)),
    openLogin,
    openLoginOf,
    inPassing: (question) => inPassing(circumstances, wireOfLogin, question),
    namedClient: async () => (await namedClients())?.[0],
    namedClients,
    contentOf: contents(world),
    journal: async () => (await import('../journal/intents.js')).intentJournal(places.state),
  };
}

/** What a run says on stderr besides its result. */
function speechOf({ world, translate, tell, quiet }: Circumstances): Speech {
  return {
    notify: (key: MessageKey, params?: Params) =>
      quiet ? Promise.resolve() : world.stderr.write(`${translate(key, params)}\n`),
    countdown: countdown(world, translate, quiet),
    ...watching(world, tell, quiet),
    fail: (subject, error) =>
      world.stderr.write(
        `${translate('fleet.failed', { subject, reason: translate(`error.${error.code}`, error.params) })}\n`,
      ),
  };
}

type Speech = Pick<Context, 'notify' | 'countdown' | 'progress' | 'during' | 'counting' | 'fail'>;

/** Sessions from the store, or such as end with the run where nothing is kept. */
function keepers(
  { world, atEnd }: Circumstances,
  store: CredentialStore,
  fleeting: FleetingSessions,
): (wire: Wire, username: string) => Keeper {
  const { clock, random } = world;
  if (store.kind !== 'memory') {
    return (wire, username) =>
      new SessionKeeper(accountOf(wire.address, username), { store, login: openPortal(wire).login, clock, random });
  }
  atEnd(() => fleeting.end());
  return (wire, username) => fleeting.of(wire, username);
}

function wireOf({ world, settings, verbose }: Circumstances): Omit<Wire, 'address'> {
  const { network, clock, random, interrupted, stderr } = world;
  return {
    network,
    clock,
    random,
    language: settings.lang.value,
    timeoutMs: settings.timeoutMs.value,
    caFiles: caFilesOf(settings, world.cwd),
    clockCheck: new ClockCheck(),
    witness: new Witness(),
    gate: gate(clock, random),
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
  if (portal.value === undefined || username.value === undefined) {
    if (settings.store.value !== 'memory') throw new ConnectError('not-signed-in');
    throw incomplete([
      ...(portal.value === undefined ? ['CONNECT_PORTAL'] : []),
      ...(username.value === undefined ? ['CONNECT_USERNAME'] : []),
    ]);
  }
  return { address: portal.value, username: username.value };
}
