import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';
import { unreadable } from '../platform/file-fault.js';
import type { Input, Random } from '../platform/ports.js';
import { spool } from '../platform/spool.js';

interface Ports {
  readonly cwd: string;
  readonly stdin: Pick<Input, 'bytes'>;
  readonly random: Pick<Random, 'uuid'>;
}

type Bytes = AsyncIterable<Uint8Array>;

/** Of one piece. In Node's own 64 KiB, sending a file takes a third more processor time (bench/upload.mjs). */
const highWaterMark = 256 * 1024;

/**
 * The bytes of a file, or of stdin where it is called `-`; good for one reading.
 * @throws ConnectError those of `unreadable`, also in the midst of reading
 */
export async function bytesOf(name: string, { cwd, stdin }: Pick<Ports, 'cwd' | 'stdin'>): Promise<Bytes> {
  if (name === '-') return reading(stdin.bytes(), name);
  const file = path.resolve(cwd, name);
  await kindOf(file);
  return reading(createReadStream(file, { highWaterMark }), file);
}

/** The same, good for several readings, also of what can be read only once: stdin, or a shell's `<(…)`. */
export async function rereadableBytesOf(name: string, ports: Ports): Promise<() => Bytes> {
  const file = path.resolve(ports.cwd, name);
  if (name !== '-' && (await kindOf(file)) === 'file')
    return () => reading(createReadStream(file, { highWaterMark }), file);
  const bytes = await bytesOf(name, ports);
  try {
    return await spool(bytes, ports.random.uuid());
  } catch (error) {
    if (error instanceof ConnectError) throw error;
    // Of the place where it is kept meanwhile, not of what is read.
    const reason = error instanceof Error ? error.message : '';
    throw new ConnectError('file-unreadable', { file: name, reason }, { cause: error });
  }
}

async function kindOf(file: string): Promise<'file' | 'stream'> {
  const found = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (found.isDirectory()) throw new ConnectError('file-is-folder', { file });
  return found.isFile() ? 'file' : 'stream';
}

async function* reading(bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw unreadable(file, error);
  }
}
