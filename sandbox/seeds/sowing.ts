import type { Receipts } from '../salary/receipts.js';
import type { ClientRow } from '../store/clients.js';
import type { ServerSecret } from '../store/secrets.js';
import type { Store } from '../store/store.js';
import type { SeedClient } from './clients.js';
import type { SeededRandom } from './seeded-random.js';

/** What is needed to fill a database. */
export interface Sowing {
  readonly store: Store;
  readonly secret: ServerSecret;
  readonly receipts: Receipts;
  readonly random: SeededRandom;
  /** The moment that all dates are counted from. */
  readonly now: number;
  /** Of the password that everybody has: hashing it once spares the time for thousands of people. */
  readonly passwordHash: string;
}

/** A client that is in the database, with what was invented for it. */
export interface Sown {
  readonly row: ClientRow;
  readonly seed: SeedClient;
}
