import { spawnSync } from 'node:child_process';
import { test, type TestFunction } from 'vitest';

/** Where a program of the system lies, if it is installed. */
export function tool(name: string): string | undefined {
  const found = spawnSync('sh', ['-c', `command -v "$1"`, 'sh', name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** A test that needs a program of the system: skipped by name where it is missing, but not where all must be there. */
export function itWith(name: string, title: string, run: TestFunction): void {
  itWhere(tool(name) !== undefined, name, title, run);
}

/** The same for whatever else a system may lack. */
export function itWhere(there: boolean, needed: string, title: string, run: TestFunction): void {
  if (there) test(title, run);
  else if (process.env['CONNECT_TESTS_REQUIRE_ALL'] !== '1') test.skip(`${title} (needs ${needed})`, run);
  else test(title, () => Promise.reject(new Error(`${needed} is missing`)));
}
