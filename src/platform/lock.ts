import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConnectError } from '../errors.js';

/** An account as part of a file name: always the same, whatever is in it. */
export const accountName = (account: string): string => createHash('sha256').update(account).digest('hex').slice(0, 32);

/** A holder renews its lock every second; one that is 5 s old belongs to a process that is gone. */
const staleMs = 5000;
/** After a sleep of the computer every lock is old; its holder gets time to renew it before it counts as gone. */
const watchedMs = 1500;
const patienceMs = 60_000;

/**
 * Runs `work` while no other process holds the lock of that path. Waits about a minute for it. What a process that was
 * killed has left is taken over; a process that only slept may then believe that it still holds the lock, so whatever
 * must not happen twice needs more than a lock (see `claim.ts`).
 * @throws ConnectError `store-busy`, `store-denied`
 */
export async function withLock<T>(lockPath: string, work: () => Promise<T>): Promise<T> {
  const { release, own } = await acquired(lockPath);
  try {
    return await work();
  } finally {
    // Where another process has taken the lock over, it is not ours to remove any more.
    if (isSame(own, await found(lockPath))) await release().catch(() => undefined);
  }
}

interface Held {
  readonly release: () => Promise<void>;
  readonly own: Stats | undefined;
}

async function acquired(lockPath: string): Promise<Held> {
  const deadline = performance.now() + patienceMs;
  const watch = new Watch();
  try {
    await mkdir(path.dirname(lockPath), { recursive: true, mode: 0o700 });
    for (;;) {
      const release = await attempt(lockPath, Infinity);
      if (release !== undefined) return { release, own: await found(lockPath) };
      if (performance.now() > deadline) throw new ConnectError('store-busy', { lock: lockPath });
      const lock = await found(lockPath);
      if (lock !== undefined && watch.isForsaken(lock)) await takeAway(lockPath, lock);
      else await pause(50 + Math.random() * 100);
    }
  } catch (error) {
    if (error instanceof ConnectError) throw error;
    throw new ConnectError('store-denied', { reason: String(error) }, { cause: error });
  }
}

/** Makes the lock if it is not there; `undefined` if it is. */
async function attempt(lockPath: string, stale: number): Promise<(() => Promise<void>) | undefined> {
  const { default: locks } = await import('proper-lockfile');
  try {
    return await locks.lock(lockPath, {
      lockfilePath: lockPath,
      // What is locked is a name; no file of it has to exist.
      realpath: false,
      // Whoever takes over a lock of ours believes that we are gone; that we are not is no reason to crash.
      onCompromised: () => undefined,
      stale,
      update: 1000,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return undefined;
    throw error;
  }
}

/** What one waiting process sees of a lock. */
class Watch {
  #mtimeMs: number | undefined;
  #since = 0;

  /** Old, on a clock that may have been set back, and not renewed while we watched. */
  isForsaken({ mtimeMs }: Stats): boolean {
    if (mtimeMs !== this.#mtimeMs) {
      this.#mtimeMs = mtimeMs;
      this.#since = performance.now();
    }
    return Math.abs(Date.now() - mtimeMs) > staleMs && performance.now() - this.#since > watchedMs;
  }
}

/**
 * Removes a forsaken lock, one process at a time: of two that have seen the same old lock, the slower one would else
 * remove the new lock of the faster one.
 */
async function takeAway(lockPath: string, forsaken: Stats): Promise<void> {
  const release = await attempt(`${lockPath}.takeover`, staleMs);
  if (release === undefined) return pause(50);
  try {
    const now = await found(lockPath);
    if (isSame(forsaken, now) && forsaken.mtimeMs === now?.mtimeMs) await rmdir(lockPath);
  } finally {
    await release().catch(() => undefined);
  }
}

async function found(lockPath: string): Promise<Stats | undefined> {
  return stat(lockPath).catch(() => undefined);
}

/** File systems give the number of a removed folder to the next one, but not its birth. */
function isSame(one: Stats | undefined, other: Stats | undefined): boolean {
  return one?.ino === other?.ino && one?.birthtimeMs === other?.birthtimeMs;
}
