import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';

/** An account as part of a file name: always the same, whatever is in it. */
export const accountName = (account: string): string => createHash('sha256').update(account).digest('hex').slice(0, 32);

/** A holder renews its lock every second; one that is 5 s old belongs to a process that is gone. */
const staleMs = 5000;

/**
 * Runs `work` while no other process holds the lock of that path. Waits about a minute for it.
 * @throws ConnectError `store-busy`, `store-denied`
 */
export async function withLock<T>(lockPath: string, work: () => Promise<T>): Promise<T> {
  const { default: locks } = await import('proper-lockfile');
  let release: () => Promise<void>;
  try {
    await mkdir(path.dirname(lockPath), { recursive: true, mode: 0o700 });
    release = await locks.lock(lockPath, {
      lockfilePath: lockPath,
      // What is locked is a name; no file of it has to exist.
      realpath: false,
      // Whoever takes over a lock of ours believes that we are gone; that we are not is no reason to crash.
      onCompromised: () => undefined,
      stale: staleMs,
      update: 1000,
      retries: { retries: 600, factor: 1, minTimeout: 50, maxTimeout: 150, randomize: true },
    });
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && error.code === 'ELOCKED';
    if (busy) throw new ConnectError('store-busy', { lock: lockPath }, { cause: error });
    throw new ConnectError('store-denied', { reason: String(error) }, { cause: error });
  }
  try {
    return await work();
  } finally {
    // Another process that took a stale lock over has removed ours already.
    await release().catch(() => undefined);
  }
}
