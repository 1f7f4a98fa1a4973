import { close, createReadStream, createWriteStream, open, unlink } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

/**
 * Bytes that can be read only once, made readable again and again. They are kept in a file that has no name any more as
 * soon as it is open: whatever becomes of this process, nothing of them stays.
 */
export async function spool(bytes: AsyncIterable<Uint8Array>, name: string): Promise<() => AsyncIterable<Uint8Array>> {
  const file = path.join(os.tmpdir(), `connect-${name}`);
  const descriptor = await promisify(open)(file, 'wx+', 0o600);
  try {
    await promisify(unlink)(file);
    await pipeline(Readable.from(bytes), createWriteStream('', { fd: descriptor, autoClose: false }));
  } catch (error) {
    await promisify(close)(descriptor);
    throw error;
  }
  return () => createReadStream('', { fd: descriptor, start: 0, autoClose: false });
}
