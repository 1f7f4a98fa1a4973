import { openPortal } from '../api/portal.js';
import type { Portal } from '../api/portal.js';
import type { Wire } from '../api/wire.js';
import { directories } from '../config/paths.js';
import { ConnectError } from '../errors.js';
import { credentialStore } from '../platform/credential-store.js';
import { SessionKeeper } from '../session/session-keeper.js';
import { accountOf } from '../session/stored-session.js';
import { asker } from './ask.js';
import type { Circumstances } from './open.js';
import { storePassphrase } from './passphrase.js';

/** How long a run waits for what it can do without. */
const patienceMs = 3000;

/** The way to the portal of a login. */
export interface WireOfLogin {
  readonly wire: Wire;
  readonly username: string;
}

/**
 * Puts a question to the portal whose answer would be welcome and is not needed: only where a session is kept already and
 * the portal answers soon. Nobody is asked for anything, and whatever goes wrong only means that there is no answer.
 * @param wireOfLogin of the login that the settings name; may throw that there is none
 */
export async function inPassing<T>(
  circumstances: Circumstances,
  wireOfLogin: () => WireOfLogin,
  question: (portal: Portal) => Promise<T>,
): Promise<T | undefined> {
  const { world, settings, translate, quiet } = circumstances;
  // What comes of it would not be told, or is nowhere kept.
  if (quiet || settings.store.value === 'memory') return undefined;
  const silent = asker(world, translate, true);
  const signal = AbortSignal.any([world.interrupted, AbortSignal.timeout(patienceMs)]);
  try {
    const { wire: whole, username } = wireOfLogin();
    const wire = { ...whole, timeoutMs: patienceMs, signal };
    const store = credentialStore({
      kind: settings.store.value,
      keychain: world.keychain,
      directory: directories(world).state,
      passphrase: (isNew) => storePassphrase(silent, isNew),
    });
    const { clock, random } = world;
    const ports = { store, login: openPortal(wire).login, clock, random };
    const keeper = new SessionKeeper(accountOf(wire.address, username), ports);
    if ((await keeper.session()) === undefined) return undefined;
    return await question(openPortal({ ...wire, authorizer: keeper }));
  } catch (error) {
    if (world.interrupted.aborted || !(error instanceof ConnectError || signal.aborted)) throw error;
    return undefined;
  }
}
