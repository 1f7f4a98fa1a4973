import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { SandboxOptions } from './options.js';
import { openPortal } from './open.js';

/**
 * Fills a database once, into a file that may be copied as `portal.db` into any number of directories: opening one of
 * those takes no time for inventing people.
 */
export async function createTemplate(file: string, options: Omit<SandboxOptions, 'directory'> = {}): Promise<void> {
  const directory = mkdtempSync(`${file}.`);
  try {
    const { store } = await openPortal({ ...options, directory });
    store.database.close();
    renameSync(path.join(directory, 'portal.db'), file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
