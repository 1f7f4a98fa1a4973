import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';

/** Longer than what is agreed on can matter: a session lives for twelve hours. */
const keptMs = 24 * 60 * 60 * 1000;

let offers = 0;

/**
 * What all processes of this computer agree on under a name: the value of whoever comes first. Holds without a lock,
 * also for a process that was stopped for a while and lost its lock without knowing.
 * @param place where it is written down, a folder; after a day it may be forgotten
 * @param offer the value if nobody was here before
 * @throws ConnectError `store-denied`
 */
export async function agreed(place: string, offer: string): Promise<string> {
  const own = `${place}.${process.pid}.${(offers += 1)}`;
  try {
    await mkdir(own, { recursive: true, mode: 0o700 });
    await writeFile(path.join(own, 'value'), offer, { mode: 0o600 });
    // Happens as a whole or not at all, and a folder with something in it is never replaced (POSIX `rename`).
    await rename(own, place).catch(() => undefined);
    return await readFile(path.join(place, 'value'), 'utf8');
  } catch (error) {
    throw new ConnectError('store-denied', { reason: String(error) }, { cause: error });
  } finally {
    await rm(own, { recursive: true, force: true }).catch(() => undefined);
    await forgetOld(path.dirname(place));
  }
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const place = path.join(folder, name);
    const { mtimeMs } = (await stat(place).catch(() => undefined)) ?? { mtimeMs: Infinity };
    if (Date.now() - mtimeMs > keptMs) await rm(place, { recursive: true, force: true }).catch(() => undefined);
  }
}
