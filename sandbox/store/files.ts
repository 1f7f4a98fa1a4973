import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Random } from '../machine.js';

/** A body that was written to a file while it came in. */
export interface Upload {
  readonly file: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export class UploadTooLarge extends Error {}

/** Uploaded files: first in `incoming`, and under their digest in `files` as soon as something refers to them. */
export class Files {
  readonly #directory: string;
  readonly #random: Random;

  constructor(directory: string, random: Random) {
    this.#directory = directory;
    this.#random = random;
    this.clearIncoming();
    mkdirSync(path.join(directory, 'files'), { recursive: true, mode: 0o700 });
  }

  /** What a process that was killed has left behind. */
  clearIncoming(): void {
    const incoming = path.join(this.#directory, 'incoming');
    rmSync(incoming, { recursive: true, force: true });
    mkdirSync(incoming, { recursive: true, mode: 0o700 });
  }

  clear(): void {
    rmSync(path.join(this.#directory, 'files'), { recursive: true, force: true });
    mkdirSync(path.join(this.#directory, 'files'), { recursive: true, mode: 0o700 });
  }

  isUpload(body: unknown): body is Upload {
    return typeof body === 'object' && body !== null && 'file' in body && 'sha256' in body;
  }

  /** Never more of it in memory than one chunk. */
  async receive(body: Readable, maxBytes: number): Promise<Upload> {
    const file = path.join(this.#directory, 'incoming', this.#random.bytes(12).toString('hex'));
    const handle = await open(file, 'wx', 0o600);
    try {
      const { size, sha256 } = await drain(body, handle, maxBytes);
      await handle.sync();
      return { file, size, sha256 };
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  async keep({ file, sha256 }: Upload): Promise<void> {
    await rename(file, path.join(this.#directory, 'files', sha256));
    const folder = await open(path.join(this.#directory, 'files'), 'r');
    // The name, too, must be on the disk before somebody gets a receipt for it.
    await folder.sync().finally(() => folder.close());
  }

  async discard({ file }: Upload): Promise<void> {
    await rm(file, { force: true });
  }

  read({ file }: Upload): Readable {
    return createReadStream(file);
  }
}

async function drain(body: Readable, handle: FileHandle, maxBytes: number): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new UploadTooLarge();
    hash.update(chunk);
    await handle.write(chunk);
  }
  return { size, sha256: hash.digest('hex') };
}
