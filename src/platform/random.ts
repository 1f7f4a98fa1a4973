import type { Random } from './ports.js';

/** Web Crypto, which Node loads with its first use; `node:crypto` would cost every start. */
export const systemRandom: Random = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  uuid: () => crypto.randomUUID(),
};
