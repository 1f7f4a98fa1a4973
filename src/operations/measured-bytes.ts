import { createHash } from 'node:crypto';

/** Bytes that are counted and digested as they pass by, and no more of them than may be. They pass once. */
export class MeasuredBytes implements AsyncIterable<Uint8Array> {
  readonly #iterator: AsyncIterator<Uint8Array>;
  readonly #limit: number;
  readonly #hash = createHash('sha256');
  #ahead: Uint8Array[] = [];
  #ended = false;
  length = 0;

  /** @param limit in bytes */
  constructor(bytes: AsyncIterable<Uint8Array>, limit: number) {
    this.#iterator = bytes[Symbol.asyncIterator]();
    this.#limit = limit;
  }

  get isTooLong(): boolean {
    return this.length > this.#limit;
  }

  /** The first bytes, so many if there are so many; they will come again. */
  async start(count: number): Promise<Uint8Array> {
    let there = 0;
    while (there < count) {
      const piece = await this.#next();
      if (piece === undefined) break;
      this.#ahead.push(piece);
      there += piece.length;
    }
    return Buffer.concat(this.#ahead).subarray(0, count);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let piece = this.#ahead.shift(); piece !== undefined; piece = this.#ahead.shift()) yield piece;
    for (let piece = await this.#next(); piece !== undefined; piece = await this.#next()) yield piece;
  }

  /** SHA-256 of all bytes, in hexadecimal, also of those that nobody wanted; `undefined` if there are too many. */
  async digest(): Promise<string | undefined> {
    while ((await this.#next()) !== undefined);
    return this.isTooLong ? undefined : this.#hash.digest('hex');
  }

  async #next(): Promise<Uint8Array | undefined> {
    if (this.#ended) return undefined;
    const next = await this.#iterator.next();
    if (next.done === true) {
      this.#ended = true;
      return undefined;
    }
    this.length += next.value.length;
    if (this.isTooLong) {
      this.#ended = true;
      await this.#iterator.return?.();
      return undefined;
    }
    this.#hash.update(next.value);
    return next.value;
  }
}
