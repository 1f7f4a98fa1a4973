import type { LoginApi } from '../api/login.js';
import type { Clock, Random } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import type { Keeper } from './keeper.js';
import { renewedSession } from './stored-session.js';
import type { StoredSession } from './stored-session.js';

export interface FleetingPorts {
  readonly signIn: () => Promise<StoredSession>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Pick<Random, 'uuid'>;
  readonly login: Pick<LoginApi, 'refresh'>;
}

/** As long before its end as a stored session is renewed. */
const marginMs = 30_000;

/**
 * A session in the memory of this process and nowhere else: begun by the first request that needs it, renewed like any
 * other, gone with the run. A login that failed is not tried again: five wrong answers lock the user.
 */
export class FleetingSession implements Keeper {
  readonly #ports: FleetingPorts;
  #current: Promise<StoredSession> | undefined;
  #last: StoredSession | undefined;
  /** Key of a renewal that was begun and not answered. */
  #renewalKey: string | undefined;

  constructor(ports: FleetingPorts) {
    this.#ports = ports;
  }

  async token(): Promise<Secret> {
    const begun = this.#begun();
    const session = await begun;
    const leftMs = session.accessTokenExpiresAt.getTime() - this.#ports.clock.now().getTime();
    return leftMs > marginMs ? session.accessToken : (await this.#after(begun)).accessToken;
  }

  async replace(rejected: Secret): Promise<Secret> {
    const begun = this.#begun();
    const { accessToken } = await begun;
    return accessToken.reveal() === rejected.reveal() ? (await this.#after(begun)).accessToken : accessToken;
  }

  session(): Promise<StoredSession | undefined> {
    return Promise.resolve(this.#last);
  }

  /** The token that ends the session at the portal, if one was begun. Waits for a login that is under way. */
  async lastToken(): Promise<Secret | undefined> {
    await this.#current?.catch(() => undefined);
    return this.#last?.refreshToken;
  }

  #begun(): Promise<StoredSession> {
    return (this.#current ??= this.#ports.signIn().then((session) => (this.#last = session)));
  }

  /** The session after that one: of several that ask for it at once, the first one renews. */
  #after(spent: Promise<StoredSession>): Promise<StoredSession> {
    if (this.#current !== undefined && this.#current !== spent) return this.#current;
    const next = spent.then((session) => this.#renewed(session));
    this.#current = next;
    next.catch(() => {
      if (this.#current === next) this.#current = spent;
    });
    return next;
  }

  async #renewed(spent: StoredSession): Promise<StoredSession> {
    const { login, random } = this.#ports;
    this.#renewalKey ??= random.uuid();
    this.#last = renewedSession(await login.refresh(spent.refreshToken, this.#renewalKey), spent);
    this.#renewalKey = undefined;
    return this.#last;
  }
}
