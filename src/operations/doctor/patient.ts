import type { LoginApi } from '../../api/login.js';
import type { Wire } from '../../api/wire.js';
import type { UserConfig } from '../../config/document.js';
import type { Directories } from '../../config/paths.js';
import type { PortalAddress } from '../../config/portal-address.js';
import type { ConnectError } from '../../errors.js';
import type { CredentialStore, Env } from '../../platform/ports.js';
import type { SessionKeeper } from '../../session/session-keeper.js';

/** What is examined: one installation, and the login that the settings name. */
export interface Patient {
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly env: Env;
  readonly configFile: string;
  readonly config: UserConfig;
  /** Why the settings are not those of the configuration. */
  readonly configFault: ConnectError | undefined;
  readonly directories: Directories;
  readonly store: CredentialStore;
  /** Whether the encrypted file can be opened without asking anybody. */
  readonly passphraseGiven: () => Promise<boolean>;
  readonly portal: PortalAddress | undefined;
  readonly login: KnownLogin | undefined;
  /** Why there is no login, where somebody has named one. */
  readonly loginFault: ConnectError | undefined;
  readonly wire: Omit<Wire, 'address'>;
}

export interface KnownLogin {
  readonly username: string;
  readonly account: string;
  readonly keeper: Pick<SessionKeeper, 'session'>;
  readonly api: Pick<LoginApi, 'session'>;
}
