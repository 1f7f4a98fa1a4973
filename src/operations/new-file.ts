import { createHash } from 'node:crypto';
import { access, constants, link, lstat, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';
import type { Random } from '../platform/ports.js';

export interface NewFile {
  readonly file: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes a file that was not there before: whole or not at all, and never over another one.
 * @throws ConnectError `output-exists`, `file-unwritable`
 */
export async function writeNewFile(
  file: string,
  pieces: Iterable<string | Uint8Array>,
  random: Pick<Random, 'uuid'>,
): Promise<NewFile> {
  const part = path.join(path.dirname(file), `.${random.uuid()}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      for (const piece of pieces) {
        const content = Buffer.from(piece);
        bytes += content.length;
        hash.update(content);
        await handle.writeFile(content);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A link is made only where nothing is, in one step.
    await link(part, file);
  } catch (error) {
    throw failed(error, file);
  } finally {
    await rm(part, { force: true });
  }
  return { file, bytes, sha256: hash.digest('hex') };
}

/**
 * Sees beforehand whether a new file could be written, where something else is done first that must not be done without it.
 * @throws ConnectError `output-exists`, `file-unwritable`
 */
export async function foreseeNewFile(file: string): Promise<void> {
  if ((await lstat(file).catch(() => undefined)) !== undefined) throw new ConnectError('output-exists', { file });
  try {
    // With a point behind it a file is no folder.
    await access(`${path.dirname(file)}${path.sep}.`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw failed(error, file);
  }
}

function failed(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EEXIST') return new ConnectError('output-exists', { file }, { cause: error });
  const reason = error.code === 'ENOENT' ? 'noFolder' : String(error.code);
  return new ConnectError('file-unwritable', { file, reason }, { cause: error });
}
