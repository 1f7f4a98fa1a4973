/** Aborts what shows no sign of life for a while. */
export class Watchdog {
  readonly #patienceMs: number;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
    this.#timer = this.#start();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get barked(): boolean {
    return this.#controller.signal.aborted;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The same pieces; each that is taken is a sign of life. */
  async *watching(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.stop();
      this.#timer = this.#start();
      yield piece;
    }
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(), this.#patienceMs);
  }
}
