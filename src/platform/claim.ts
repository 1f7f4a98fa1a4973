import { link, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';

/** Longer than what is agreed on can matter: a session lives for twelve hours. */
const keptMs = 24 * 60 * 60 * 1000;

/**
 * What all processes of this computer agree on under a name: the value of whoever comes first. Holds without a lock,
 * also for a process that was stopped for a while, and lost its lock without knowing.
 * @param file where it is written down; a day later it may be forgotten
 * @param offer the value if nobody was here before; not empty
 * @throws ConnectError `store-denied`
 */
export async function agreed(file: string, offer: string): Promise<string> {
  const own = `${file}.${process.pid}`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(own, offer, { mode: 0o600, flush: true });
    // A link is made as a whole or not at all, and never in place of another.
    await link(own, file).catch(unlessExists);
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ConnectError('store-denied', { reason: String(error) }, { cause: error });
  } finally {
    await rm(own, { force: true });
    await forgetOld(path.dirname(file));
  }
}

function unlessExists(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const { mtimeMs } = (await stat(file).catch(() => undefined)) ?? { mtimeMs: Infinity };
    if (Date.now() - mtimeMs > keptMs) await rm(file, { force: true }).catch(() => undefined);
  }
}
