import type { Stats } from 'node:fs';
import { rmdir, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { staleMs } from './lock-watch.js';

/**
 * Makes a lock, a folder, if it is not there; `undefined` if it is.
 * @param stale after how many milliseconds without renewal it counts as not there
 */
export async function attempt(lockPath: string, stale: number): Promise<(() => Promise<void>) | undefined> {
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

/**
 * Removes a forsaken lock, one process at a time: of two that have seen the same old lock, the slower one would else
 * remove the new lock of the faster one.
 */
export async function takeAway(lockPath: string, forsaken: Stats): Promise<void> {
  const release = await attempt(`${lockPath}.takeover`, staleMs);
  if (release === undefined) return pause(50);
  try {
    const now = await found(lockPath);
    if (isSame(forsaken, now) && forsaken.mtimeMs === now?.mtimeMs) await rmdir(lockPath);
  } finally {
    await release().catch(() => undefined);
  }
}

/** The lock as it is now, if there is one. */
export async function found(lockPath: string): Promise<Stats | undefined> {
  return stat(lockPath).catch(() => undefined);
}

/** File systems give the number of a removed folder to the next one, but not its birth. */
export function isSame(one: Stats | undefined, other: Stats | undefined): boolean {
  return one?.ino === other?.ino && one?.birthtimeMs === other?.birthtimeMs;
}
