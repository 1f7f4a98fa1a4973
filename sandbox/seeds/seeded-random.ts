import { createHash } from 'node:crypto';
import type { Random } from '../machine.js';

/** Bytes that follow from a seed: the same seed invents the same people. */
export class SeededRandom implements Random {
  readonly #seed: string;
  #block = 0;
  #rest = Buffer.alloc(0);

  constructor(seed: string) {
    this.#seed = seed;
  }

  bytes(count: number): Buffer {
    while (this.#rest.length < count) {
      const block = createHash('sha256')
        .update(`${this.#seed} ${String(this.#block)}`)
        .digest();
      this.#rest = Buffer.concat([this.#rest, block]);
      this.#block += 1;
    }
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return Buffer.from(taken);
  }

  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number {
    return this.bytes(4).readUInt32BE() % limit;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(this.below(10))).join('');
  }
}
