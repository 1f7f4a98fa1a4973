import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file that nobody may read who runs the tests: root may not read this one of the kernel's. */
export async function forbiddenFile(folder: string): Promise<string> {
  if (process.getuid?.() === 0) return '/proc/sys/vm/drop_caches';
  const file = path.join(folder, 'forbidden');
  await writeFile(file, 'forbidden');
  await chmod(file, 0);
  return file;
}
