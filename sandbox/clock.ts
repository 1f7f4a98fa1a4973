import type { Clock } from './machine.js';

/** The sandbox's own time: another clock, moved by an offset that a learner may set. */
export class SandboxClock {
  readonly #base: Clock;
  #offset: number;

  constructor(base: Clock, offset = 0) {
    this.#base = base;
    this.#offset = offset;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#base.now().getTime() + this.#offset;
  }

  /** What the clock on a learner's telephone shows: authenticator apps know nothing of the sandbox's time. */
  onTelephones(): number {
    return this.#base.now().getTime();
  }

  get offset(): number {
    return this.#offset;
  }

  /** From now on it is `time`, and time goes on from there. */
  set(time: Date): void {
    this.#offset = time.getTime() - this.#base.now().getTime();
  }
}
