import type { Client } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import type { Wire } from '../api/wire.js';
import type { Directories } from '../config/paths.js';
import type { PortalAddress } from '../config/portal-address.js';
import type { Settings, StoreKind } from '../config/settings.js';
import type { UserConfig } from '../config/document.js';
import type { ConnectError, ExitCode, Params } from '../errors.js';
import type { MessageKey, Translate } from '../i18n/translate.js';
import type { IntentJournal } from '../journal/intents.js';
import type { CredentialStore, World } from '../platform/ports.js';
import type { Tell } from '../render/tell.js';
import type { Keeper } from '../session/keeper.js';
import type { Ask } from './ask.js';

/** Says something to a person, on stderr; nothing under `--quiet`. */
export type Notify = (key: MessageKey, params?: Params) => Promise<void>;

/**
 * Waits, and tells how many `{seconds}` are left: counting down on a terminal, once elsewhere, not at all under
 * `--quiet`. Rejects when the user interrupts.
 */
export type Countdown = (key: MessageKey, until: Date) => Promise<void>;

/**
 * Does something with many bytes while a line on the terminal tells how far it is, if it takes longer than a second; the
 * line is gone at the end. Elsewhere, and under `--quiet`, it is just done. What is to be counted goes through `counted`.
 * @param total in bytes, if it is known
 */
export type Progress = <T>(
  what: MessageKey,
  total: number | undefined,
  work: (counted: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>) => Promise<T>,
) => Promise<T>;

/** Waits with a line on the terminal that says for what, and is gone at the end; elsewhere it just waits. */
export type During = <T>(key: MessageKey, params: Params, work: () => Promise<T>) => Promise<T>;

/** Does many things while a line on the terminal counts those that are done, and is gone at the end; elsewhere it just does. */
export type Counting = <T>(
  key: MessageKey,
  total: number,
  work: (tick: () => Promise<void>) => Promise<T>,
) => Promise<T>;

/** What a verb that acts on nothing may use. */
export interface Context {
  readonly world: World;
  readonly settings: Settings;
  readonly userConfig: UserConfig;
  /** Why the settings are not those of the configuration; only verbs for any configuration ever see it. */
  readonly configFault: ConnectError | undefined;
  readonly directories: Directories;
  readonly store: CredentialStore;
  /** Another store than the one in use. */
  readonly openStore: (kind: StoreKind) => CredentialStore;
  readonly translate: Translate;
  readonly tell: Tell;
  readonly ask: Ask;
  readonly yes: boolean;
  /** How much may be done at the same time. */
  readonly concurrency: number;
  readonly notify: Notify;
  readonly countdown: Countdown;
  readonly progress: Progress;
  readonly during: During;
  readonly counting: Counting;
  /** Tells that one of several failed, and goes on. */
  readonly fail: (subject: string, error: ConnectError) => Promise<void>;
  /** Makes the run end with this code if nothing worse happens, though a result is printed. */
  readonly raise: (exitCode: ExitCode) => void;
  /** Makes the run end with another program's exit code. */
  readonly endWith: (exitCode: number) => void;
  /** For requests to a portal that has no session: what all requests share. */
  readonly wire: Omit<Wire, 'address'>;
  /** A portal, without a session. */
  readonly reach: (address: PortalAddress) => Portal;
  /** The login that the settings name, its session opened by use. */
  readonly openLogin: () => Login;
  readonly openLoginOf: (address: PortalAddress, username: string) => Login;
  /** The client that the user named, for a verb that can do without one. */
  readonly namedClient: () => Promise<Client | undefined>;
  /** All that he named. */
  readonly namedClients: () => Promise<readonly Client[] | undefined>;
  /** The bytes of a file, or of stdin for `-`; good for several readings, also for those of another caller. */
  readonly contentOf: (file: string) => Promise<() => AsyncIterable<Uint8Array>>;
  /** Changes whose outcome nobody knows yet. */
  readonly journal: () => Promise<IntentJournal>;
  /** Asks the portal if a session is kept and it answers soon, and there is somebody to tell. Asks nobody else, never fails. */
  readonly inPassing: <T>(question: (portal: Portal) => Promise<T>) => Promise<T | undefined>;
}

export interface Login {
  readonly address: PortalAddress;
  readonly username: string;
  readonly portal: Portal;
  readonly keeper: Keeper;
}

export interface LoginContext extends Context {
  readonly portal: Portal;
  readonly login: Login;
}

export interface ClientContext extends LoginContext {
  readonly client: Client;
}
