import { spawnSync } from 'node:child_process';
import { test, type TestFunction } from 'vitest';

/** Where a program of the system lies, if it is installed. */
export function tool(name: string): string | undefined {
  const found = spawnSync('sh', ['-c', `command -v "$1"`, 'sh', name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** A test that needs a program of the system: skipped by name where it is missing, but not where all must be there. */
export function itWith(name: string, title: string, run: TestFunction): void {
  const missing = tool(name) === undefined;
  if (missing && process.env['CONNECT_TESTS_REQUIRE_ALL'] !== '1') test.skip(`${title} (needs ${name})`, run);
  else if (missing) test(title, () => Promise.reject(new Error(`${name} is not installed`)));
  else test(title, run);
}
