import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';

/** A holder renews its lock every second; one that is 5 s old belongs to a process that is gone. */
const staleMs = 5000;

/**
 * Runs `work` while no other process holds the lock of that path. Waits about a minute for it.
 * @throws ConnectError `store-busy`
 */
export async function withLock<T>(lockPath: string, work: () => Promise<T>): Promise<T> {
  const { default: locks } = await import('proper-lockfile');
  await mkdir(path.dirname(lockPath), { recursive: true, mode: 0o700 });
  let release: () => Promise<void>;
  try {
    release = await locks.lock(path.dirname(lockPath), {
      lockfilePath: lockPath,
      stale: staleMs,
      update: 1000,
      retries: { retries: 600, factor: 1, minTimeout: 50, maxTimeout: 150, randomize: true },
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
    throw new ConnectError('store-busy', { lock: lockPath }, { cause: error });
  }
  try {
    return await work();
  } finally {
    // Another process that took a stale lock over has removed ours already.
    await release().catch(() => undefined);
  }
}
