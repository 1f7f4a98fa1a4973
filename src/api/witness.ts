import type { TlsPeer } from '../platform/ports.js';

/** What a run has seen of its portals besides their answers, for whoever writes down what was proven. */
export class Witness {
  readonly #peers = new Map<string, TlsPeer>();
  readonly #requests = new Map<string, string>();
  readonly #sent = new Map<string, string>();

  /** Takes an answer into account; a later one to the same key counts. */
  observe(origin: string, peer: TlsPeer | undefined, idempotencyKey: string | undefined, requestId: string): void {
    if (peer !== undefined) this.#peers.set(origin, peer);
    if (idempotencyKey !== undefined) this.#requests.set(idempotencyKey, requestId);
  }

  /** Who answers at an origin; undefined without TLS. */
  peerAt(origin: string): TlsPeer | undefined {
    return this.#peers.get(origin);
  }

  /** A change is about to be sent; the last one to a place counts. */
  sends(change: string, requestId: string): void {
    this.#sent.set(change, requestId);
  }

  /**
   * The request that was last sent, whether or not its answer came, as the portal's log names it.
   * @param change method and path: `POST /clients/10001.00/users/usr_1/deactivation`
   */
  sentAs(change: string): string | undefined {
    return this.#sent.get(change);
  }

  /** The request that was answered under a key, as the portal's log names it. */
  requestOf(idempotencyKey: string): string | undefined {
    return this.#requests.get(idempotencyKey);
  }
}
