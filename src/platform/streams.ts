import { fstatSync, writeSync } from 'node:fs';
import type { ReadStream, WriteStream } from 'node:tty';
import { BrokenPipe } from './ports.js';
import type { Input, Output } from './ports.js';

const defaultColumns = 80;

/** Bytes that fit into any empty pipe. */
const room = 16_384;

/**
 * Where a program reads, the first few lines are written without opening a stream, which costs a tenth of a short run
 * (docs/performance.md).
 */
export function standardOutput(fd: number, open: () => WriteStream): Output {
  if (!isPipeOrFile(fd)) return streamOutput(open());
  let left = room;
  let stream: StreamOutput | undefined;
  return {
    isTTY: false,
    columns: Infinity,
    async write(text) {
      let rest: string | Uint8Array = text;
      if (stream === undefined && Buffer.byteLength(text) <= left) {
        const bytes = Buffer.from(text);
        left -= bytes.length;
        rest = bytes.subarray(writtenNow(fd, bytes));
        if (rest.length === 0) return;
      }
      stream ??= streamOutput(open());
      await stream.write(rest);
    },
  };
}

function isPipeOrFile(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFIFO() || found.isFile() || found.isSocket();
  } catch {
    return false;
  }
}

/** How many bytes went out; a pipe that somebody else has filled takes fewer, or none. */
function writtenNow(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return 0;
    throw codeOf(error) === 'EPIPE' ? new BrokenPipe() : error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

interface StreamOutput extends Output {
  write(content: string | Uint8Array): Promise<void>;
}

export function streamOutput(stream: WriteStream): StreamOutput {
  // An error event without a listener would end the process with a stack; the write that caused it rejects already.
  stream.on('error', () => undefined);
  return {
    isTTY: stream.isTTY,
    get columns() {
      // What is not a screen has room for everything.
      return stream.isTTY ? stream.columns || defaultColumns : Infinity;
    },
    write: (content) =>
      new Promise((resolve, reject) => {
        stream.write(content, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(codeOf(error) === 'EPIPE' ? new BrokenPipe() : error);
        });
      }),
  };
}

export function inputOf(stream: ReadStream): Input {
  let lines: AsyncGenerator<string> | undefined;
  let opened = false;
  return {
    isTTY: stream.isTTY,
    async line() {
      // Lines are read one by one, as they are asked for: the next one may depend on what came of this one.
      lines ??= linesOf(stream);
      opened = true;
      const next = await lines.next();
      return next.done === true ? undefined : next.value;
    },
    bytes() {
      opened = true;
      return stream;
    },
    close() {
      // Whoever gave us a line may keep the pipe open for ever; waiting for more would keep the process alive.
      if (opened) stream.destroy();
    },
  };
}

async function* linesOf(stream: ReadStream): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  yield* createInterface({ input: stream, crlfDelay: Infinity });
}
