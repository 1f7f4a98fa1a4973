import { minute } from './time.js';

/** So many within a minute for each name; kept in memory, since a restart harms nobody. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #times = new Map<string, number[]>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts one more. Undefined if that is all right, else the seconds to wait. */
  take(name: string, now: number): number | undefined {
    const recent = (this.#times.get(name) ?? []).filter((time) => time > now - minute && time <= now);
    this.#times.set(name, recent);
    const [first] = recent;
    if (first !== undefined && recent.length >= this.#perMinute) return Math.ceil((first + minute - now) / 1000);
    recent.push(now);
    if (this.#times.size > 10_000) this.#times.clear();
    return undefined;
  }
}
