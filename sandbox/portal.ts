import type { SandboxClock } from './clock.js';
import type { Faults } from './http/faults.js';
import type { Exchange } from './http/exchange.js';
import type { Environment } from './options.js';
import type { Random } from './machine.js';
import type { Passwords } from './rules/passwords.js';
import type { RateLimit } from './rules/rate-limit.js';
import type { Receipts } from './salary/receipts.js';
import type { Files } from './store/files.js';
import type { ServerSecret } from './store/secrets.js';
import type { Store } from './store/store.js';
import type { TlsMaterial } from './tls/material.js';

/** Everything that one sandbox is made of. Both funds live in it. */
export interface Portal {
  readonly clock: SandboxClock;
  readonly random: Random;
  readonly store: Store;
  readonly files: Files;
  readonly secret: ServerSecret;
  readonly receipts: Receipts;
  readonly passwords: Passwords;
  readonly environment: Environment | undefined;
  readonly faults: Faults;
  readonly logins: RateLimit;
  /** Requests with an idempotency key that are being processed. */
  readonly busy: Set<string>;
  /** Answers that did not fit the contract. */
  readonly violations: string[];
  readonly controlToken: string;
  /** Undefined: the portal speaks plain HTTP. */
  readonly tls: TlsMaterial | undefined;
  readonly observe: ((exchange: Exchange) => void) | undefined;
  readonly reseed: () => Promise<void>;
}
