import path from 'node:path';

/**
 * Writes beside the target, flushes to disk, renames, flushes the folder: a reader sees the old file or the new one, never
 * half of it, and what was written stays written.
 */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const [{ default: write }, { mkdir }] = await Promise.all([import('write-file-atomic'), import('node:fs/promises')]);
  const folder = path.dirname(path.resolve(file));
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await write(file, typeof content === 'string' ? content : Buffer.from(content), { mode: 0o600 });
  // A name is on the disk only with its folder, and a new folder with the one it lies in.
  const top = made === undefined ? folder : path.dirname(path.resolve(made));
  for (let place = folder; place.length >= top.length; place = path.dirname(place)) {
    await syncFolder(place);
    if (place === path.dirname(place)) break;
  }
}

/** Flushes the names in a folder, where the system can do that; Windows can't, and doesn't need it. */
async function syncFolder(folder: string): Promise<void> {
  const { open } = await import('node:fs/promises');
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

/**
 * Writes a file that must not be there yet: whole or not at all, for its owner only, never through a link.
 * @throws the file system's error, `EEXIST` if something is there
 */
export async function createFile(file: string, content: Uint8Array): Promise<void> {
  const { link, open, rm } = await import('node:fs/promises');
  const part = path.join(path.dirname(file), `.${crypto.randomUUID()}.part`);
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
    // A link is made only where nothing is, in one step; a rename would replace what is there.
    await link(part, file);
  } finally {
    await handle.close();
    await rm(part, { force: true });
  }
}

/**
 * Writes bytes at their place in a file, which is made for its owner only if it is not there, and flushes them and the
 * folder to disk.
 */
export async function writeAt(file: string, offset: number, content: Uint8Array): Promise<void> {
  const { constants, open } = await import('node:fs/promises');
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    await handle.write(content, 0, content.length, offset);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(path.dirname(file));
}

/** Bytes of a file; 0 if there is none. */
export async function lengthOf(file: string): Promise<number> {
  const { stat } = await import('node:fs/promises');
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
