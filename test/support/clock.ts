import { setImmediate } from 'node:timers/promises';

/** When the people of the sandbox were invented for the tests: a Friday morning. */
export const invented = '2026-11-20T09:00:00+01:00';

/** Time moves only when somebody moves it or sleeps. `slept` tells how long each nap was, in milliseconds. */
export class FakeClock {
  readonly slept: number[] = [];
  #now: number;

  constructor(now: string | Date = invented) {
    this.#now = new Date(now).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(ms: number): void {
    this.#now += ms;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.slept.push(ms);
    // Whoever can answer without waiting answers first; only then does time pass.
    await setImmediate(undefined, signal === undefined ? {} : { signal });
    this.#now += ms;
  }
}
