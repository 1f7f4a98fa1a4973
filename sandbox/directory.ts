import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Makes the directory, or takes one that is empty or holds a sandbox; nobody else may look into it. */
export function prepareDirectory(directory: string): void {
  make(path.resolve(directory));
  const names = readdirSync(directory);
  if (names.length > 0 && !names.includes('portal.db')) {
    throw new Error(`${directory} holds something else than a sandbox; choose an empty directory`);
  }
  chmodSync(directory, 0o700);
}

// Not mkdir's own `recursive`: below /proc that never ends.
function make(directory: string): void {
  if (existsSync(directory)) return;
  make(path.dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}
