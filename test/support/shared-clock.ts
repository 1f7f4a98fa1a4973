import { FakeClock } from './clock.js';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Time for several runs at once: it passes when all of them sleep, and only until the first has slept enough. */
export class SharedClock extends FakeClock {
  readonly #sleepers = new Set<Sleeper>();
  #awake = 0;

  /** Runs all of them at the same time. */
  async together<T>(runs: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
    this.#awake += runs.length;
    return Promise.all(
      runs.map((run) =>
        run().finally(() => {
          this.#awake -= 1;
          this.#pass();
        }),
      ),
    );
  }

  override sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    return new Promise((wake) => {
      this.#sleepers.add({ until: this.now().getTime() + ms, wake });
      this.#awake -= 1;
      this.#pass();
    });
  }

  #pass(): void {
    if (this.#awake > 0 || this.#sleepers.size === 0) return;
    const next = Math.min(...[...this.#sleepers].map(({ until }) => until));
    this.advance(next - this.now().getTime());
    for (const sleeper of [...this.#sleepers].filter(({ until }) => until <= next)) {
      this.#sleepers.delete(sleeper);
      this.#awake += 1;
      sleeper.wake();
    }
  }
}
