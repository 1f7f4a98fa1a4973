import path from 'node:path';

/** Writes beside the target, flushes to disk, renames: a reader sees the old file or the new one, never half of it. */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const [{ default: write }, { mkdir }] = await Promise.all([import('write-file-atomic'), import('node:fs/promises')]);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await write(file, typeof content === 'string' ? content : Buffer.from(content), { mode: 0o600 });
}
