import { limits } from '../limits.js';

/** Bytes of whole characters of UTF-8, and the same bytes as a string in which each is one character. */
export interface Window {
  readonly bytes: Uint8Array;
  readonly latin1: string;
}

const carriageReturn = 0x0d;
const oneReturn = Uint8Array.of(carriageReturn);

/**
 * The bytes of a document that were not read yet, in memory that is used again for the next ones: a window is good until
 * more is added or taken.
 */
export class Unread {
  #memory = Buffer.alloc(0);
  /** How much of the memory is in use. */
  #size = 0;
  /** What was left of a window, and is still in its place there. */
  #left: Uint8Array | undefined;
  /** Behind it comes a carriage return that may be half a line end. */
  #half = false;
  /** How many there must be before it makes sense to read an unfinished token again. */
  #wanted = 0;

  /** Says whether there are enough now to read on. */
  add(bytes: Uint8Array): boolean {
    this.#moveUp();
    this.#append(bytes);
    return this.#size >= this.#wanted;
  }

  /** All of them, with line ends as XML has them (2.11); one that may be half is left here, unless it is the last. */
  take(last: boolean): Window {
    this.#moveUp();
    this.#half = !last && this.#memory[this.#size - 1] === carriageReturn;
    const bytes = this.#memory.subarray(0, this.#half ? this.#size - 1 : this.#size);
    const latin1 = bytes.toString('latin1');
    if (!latin1.includes('\r')) return { bytes, latin1 };
    const lines = latin1.replace(/\r\n?/g, '\n');
    return { bytes: Buffer.from(lines, 'latin1'), latin1: lines };
  }

  /** Takes back what was not read after all, the beginning of a token. */
  keep(bytes: Uint8Array): void {
    this.#left = bytes;
    // Twice as many, so that a long token is not read again for each piece of it; but no more than it takes to refuse it.
    this.#wanted = Math.min(2 * bytes.length, Math.max(bytes.length, limits.text) + 1);
  }

  #moveUp(): void {
    if (this.#left === undefined) return;
    this.#size = 0;
    this.#append(this.#left);
    if (this.#half) this.#append(oneReturn);
    this.#left = undefined;
  }

  #append(bytes: Uint8Array): void {
    const size = this.#size + bytes.length;
    if (size > this.#memory.length) {
      const larger = Buffer.alloc(2 * size);
      larger.set(this.#memory.subarray(0, this.#size));
      this.#memory = larger;
    }
    this.#memory.set(bytes, this.#size);
    this.#size = size;
  }
}
