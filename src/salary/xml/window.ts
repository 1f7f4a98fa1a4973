import { limits } from '../limits.js';

/** Bytes of whole characters of UTF-8, and the same bytes as a string in which each is one character. */
export interface Window {
  readonly bytes: Uint8Array;
  readonly latin1: string;
}

const carriageReturn = 0x0d;

/** The bytes of a document that were not read yet. */
export class Unread {
  #pieces: Uint8Array[] = [];
  #size = 0;
  /** How many there must be before it makes sense to read an unfinished token again. */
  #wanted = 0;

  /** Says whether there are enough now to read on. */
  add(bytes: Uint8Array): boolean {
    this.#pieces.push(bytes);
    this.#size += bytes.length;
    return this.#size >= this.#wanted;
  }

  /** All of them, with line ends as XML has them (2.11); one that may be half is left here, unless it is the last. */
  take(last: boolean): Window {
    const whole = Buffer.concat(this.#pieces);
    const length = !last && whole.at(-1) === carriageReturn ? whole.length - 1 : whole.length;
    this.#pieces = [whole.subarray(length)];
    this.#size = whole.length - length;
    const latin1 = whole.toString('latin1', 0, length);
    if (!latin1.includes('\r')) return { bytes: whole.subarray(0, length), latin1 };
    const lines = latin1.replace(/\r\n?/g, '\n');
    return { bytes: Buffer.from(lines, 'latin1'), latin1: lines };
  }

  /** Takes back what was not read after all, the beginning of a token. */
  keep(bytes: Uint8Array): void {
    this.#pieces.unshift(bytes);
    this.#size += bytes.length;
    // Twice as many, so that a long token is not read again for each piece of it; but no more than it takes to refuse it.
    this.#wanted = Math.min(2 * bytes.length, Math.max(bytes.length, limits.text) + 1);
  }
}
