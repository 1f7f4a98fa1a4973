import path from 'node:path';
import type { LoginApi } from '../api/login.js';
import type { Authorizer } from '../api/wire.js';
import { ConnectError } from '../errors.js';
import { agreed } from '../platform/claim.js';
import { accountName, withLock } from '../platform/lock.js';
import type { Clock, CredentialStore, Random } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { fromSecret, renewedSession, toSecret } from './stored-session.js';
import type { StoredSession } from './stored-session.js';

export interface KeeperPorts {
  readonly store: CredentialStore;
  readonly clock: Clock;
  readonly random: Random;
  /** Only its renewal is used, and that without a token. */
  readonly login: Pick<LoginApi, 'refresh'>;
}

/** The portal's clock and ours may differ by some seconds, and an upload takes a while. */
const marginMs = 30_000;

/** Gives requests their access token and renews it, one process at a time for all processes of this login. */
export class SessionKeeper implements Authorizer {
  readonly #account: string;
  readonly #ports: KeeperPorts;
  #known: StoredSession | undefined;

  constructor(account: string, ports: KeeperPorts) {
    this.#account = account;
    this.#ports = ports;
  }

  async token(): Promise<Secret> {
    this.#known ??= await this.#stored();
    if (!this.#isFresh(this.#known)) this.#known = await this.#renewed();
    return this.#known.accessToken;
  }

  async replace(rejected: Secret): Promise<Secret> {
    this.#known = await this.#renewed(rejected);
    return this.#known.accessToken;
  }

  /** What the store says, without asking the portal. */
  async session(): Promise<StoredSession | undefined> {
    const secret = await this.#ports.store.get(this.#account);
    return secret === undefined ? undefined : fromSecret(secret);
  }

  async #renewed(rejected?: Secret): Promise<StoredSession> {
    const { store } = this.#ports;
    return withLock(store.lockPath(this.#account), async () => {
      // Somebody else may have renewed it while this process waited for the lock.
      const current = await this.#stored();
      if (this.#isFresh(current) && current.accessToken.reveal() !== rejected?.reveal()) return current;
      return this.#renew(current);
    });
  }

  async #renew(current: StoredSession): Promise<StoredSession> {
    const { store, login } = this.#ports;
    // Whether it is too late, the portal says: its clock counts, not this computer's.
    const renewalKey = current.renewalKey ?? (await this.#keyFor(current.refreshToken));
    if (current.renewalKey === undefined) await store.set(this.#account, toSecret({ ...current, renewalKey }));
    const renewed = renewedSession(await login.refresh(current.refreshToken, renewalKey), current);
    await store.set(this.#account, toSecret(renewed));
    return renewed;
  }

  /**
   * The one key under which this computer spends a refresh token. A process that was stopped in the middle of a renewal
   * may go on after others have taken its lock over, spend the token again and store the pair of back then: under the
   * same key that does no harm, and the next renewal gets ahead again.
   */
  #keyFor(refreshToken: Secret): Promise<string> {
    const { store, random } = this.#ports;
    const folder = path.join(path.dirname(store.lockPath(this.#account)), 'renewals');
    return agreed(path.join(folder, accountName(refreshToken.reveal())), random.uuid());
  }

  async #stored(): Promise<StoredSession> {
    const session = await this.session();
    if (session === undefined) throw new ConnectError('not-signed-in');
    return session;
  }

  #isFresh(session: StoredSession): boolean {
    return session.accessTokenExpiresAt.getTime() - this.#ports.clock.now().getTime() > marginMs;
  }
}
