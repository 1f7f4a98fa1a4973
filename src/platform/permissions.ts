import { lstat, readdir } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import path from 'node:path';

/** A file or folder that others can get at. */
export interface Exposed {
  readonly file: string;
  /** Permission bits, octal. */
  readonly mode: string;
  /** Belongs to another user of this computer. */
  readonly foreign: boolean;
}

export interface Looked {
  readonly count: number;
  readonly exposed: readonly Exposed[];
}

/**
 * Looks at folders and all that is in them, on systems with POSIX permissions. Symbolic links are not followed.
 */
export async function lookAt(folders: readonly string[]): Promise<Looked> {
  const exposed: Exposed[] = [];
  let count = 0;
  const visit = async (file: string): Promise<void> => {
    const found = await lstat(file).catch(() => undefined);
    if (found === undefined || found.isSymbolicLink()) return;
    count += 1;
    const foreign = process.getuid !== undefined && found.uid !== process.getuid();
    if (foreign || isOpen(found)) exposed.push({ file, mode: modeOf(found), foreign });
    if (!found.isDirectory()) return;
    for (const name of (await readdir(file).catch(() => [])).sort()) await visit(path.join(file, name));
  };
  for (const folder of folders) await visit(folder);
  return { count, exposed };
}

const isOpen = ({ mode }: Stats): boolean => (mode & 0o077) !== 0;
const modeOf = ({ mode }: Stats): string => (mode & 0o777).toString(8).padStart(3, '0');
