import { openPortal } from '../api/portal.js';
import type { Wire } from '../api/wire.js';
import { ConnectError } from '../errors.js';
import { codesOfSeed } from '../operations/own-codes.js';
import { signInUnattended } from '../operations/unattended-login.js';
import type { World } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { FleetingSession } from '../session/fleeting-session.js';
import { storedSession } from '../session/stored-session.js';
import type { Ask } from './ask.js';
import type { Countdown } from './context.js';

/** How long the portal may take to hear that a session is over. What was done is done; nobody should wait for this. */
const patienceMs = 3000;

/**
 * Sessions for runs that keep nothing (`CONNECT_CREDENTIAL_STORE=memory`): one a login, however often it is opened, since
 * a code is good for one login only.
 */
export class FleetingSessions {
  readonly #open = new Map<string, { readonly session: FleetingSession; readonly wire: Wire }>();
  readonly #world: World;
  readonly #ask: Ask;
  readonly #countdown: Countdown;

  constructor(world: World, ask: Ask, countdown: Countdown) {
    this.#world = world;
    this.#ask = ask;
    this.#countdown = countdown;
  }

  of(wire: Wire, username: string): FleetingSession {
    const name = `${wire.address.href} ${username}`;
    const found = this.#open.get(name)?.session;
    if (found !== undefined) return found;
    const { clock, random } = this.#world;
    const { login } = openPortal(wire);
    const given = (variable: string) => this.#ask.given({ option: variable, variable });
    const codes = (seed: Secret) =>
      codesOfSeed(seed, wire.address.href, {
        clock,
        locks: this.#world.locks,
        wait: (until) => this.#countdown('login.waitForCode', until),
        secondsAhead: () => wire.clockCheck?.secondsAhead,
        refused: 'code-invalid',
      });
    const signIn = async () => {
      const { newDeviceKey } = await import('../platform/signing-keys.js');
      const key = newDeviceKey(random);
      return storedSession(await signInUnattended(login, username, { deviceKey: key.publicKey, codes, given }), key);
    };
    const session = new FleetingSession({ signIn, clock, random, login });
    this.#open.set(name, { session, wire });
    return session;
  }

  /** Logs all of them out, also in a run that failed or was interrupted. Never fails; what did not work is traced only. */
  async end(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ session, wire }) => revoke(session, wire)));
  }
}

async function revoke(session: FleetingSession, wire: Wire): Promise<void> {
  const token = await session.lastToken();
  if (token === undefined) return;
  // Not the run's own signal: an interrupted run has to log out, too.
  const lastWords = { ...wire, signal: AbortSignal.timeout(patienceMs), timeoutMs: patienceMs };
  try {
    await openPortal(lastWords).login.end(token);
  } catch (error) {
    const code = error instanceof ConnectError ? error.code : String(error);
    wire.trace?.(`DELETE session → ${code}`);
  }
}
