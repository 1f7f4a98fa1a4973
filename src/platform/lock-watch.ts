/** A holder renews its lock every second; one that is 5 s old belongs to a process that is gone. */
export const staleMs = 5000;
/** After a sleep of the computer every lock is old: its holder gets time to renew it before it counts as gone. */
const watchedMs = 1500;

/** What one waiting process sees of a lock. */
export class LockWatch {
  #mtimeMs: number | undefined;
  #since = 0;

  /**
   * Whether the lock is old and was not renewed while we watched.
   * @param wallMs the time of the clock on the wall, which somebody may have set back
   * @param runningMs a time that only runs on
   */
  isForsaken(mtimeMs: number, wallMs: number, runningMs: number): boolean {
    if (mtimeMs !== this.#mtimeMs) {
      this.#mtimeMs = mtimeMs;
      this.#since = runningMs;
    }
    return Math.abs(wallMs - mtimeMs) > staleMs && runningMs - this.#since > watchedMs;
  }
}
