import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConnectError } from '../errors.js';
import { attempt, found, isSame, takeAway } from './lock-folder.js';
import { LockWatch } from './lock-watch.js';

/** An account as part of a file name: always the same, whatever is in it. */
export const accountName = (account: string): string => createHash('sha256').update(account).digest('hex').slice(0, 32);

/** Who holds a lock is alive; many who take turns may take a while, above all with a keychain on a busy computer. */
const patienceMs = 180_000;

/**
 * Runs `work` while no other process holds the lock of that path. Waits three minutes for it at most. What a process that was
 * killed has left is taken over; a process that only slept may then believe that it still holds the lock, so whatever
 * must not happen twice needs more than a lock (see `claim.ts`).
 * @param busy the error for a holder that is seen to be alive, where nobody shall wait for it
 * @throws ConnectError `store-busy`, `store-denied`
 */
export async function withLock<T>(lockPath: string, work: () => Promise<T>, busy?: () => ConnectError): Promise<T> {
  const { release, own } = await acquired(lockPath, busy);
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

async function acquired(lockPath: string, busy: (() => ConnectError) | undefined): Promise<Held> {
  const deadline = performance.now() + patienceMs;
  const watch = new LockWatch();
  let seenMs: number | undefined;
  try {
    await mkdir(path.dirname(lockPath), { recursive: true, mode: 0o700 });
    for (;;) {
      const release = await attempt(lockPath, Infinity);
      if (release !== undefined) return { release, own: await found(lockPath) };
      if (performance.now() > deadline) throw new ConnectError('store-busy', { lock: lockPath });
      const lock = await found(lockPath);
      // It was renewed, or somebody else was faster: then there is one who is alive.
      if (busy !== undefined && lock !== undefined && lock.mtimeMs !== (seenMs ??= lock.mtimeMs)) throw busy();
      if (lock !== undefined && watch.isForsaken(lock.mtimeMs, Date.now(), performance.now()))
        await takeAway(lockPath, lock);
      else await pause(50 + Math.random() * 100);
    }
  } catch (error) {
    if (error instanceof ConnectError) throw error;
    throw new ConnectError('store-denied', { reason: String(error) }, { cause: error });
  }
}
