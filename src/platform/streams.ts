import type { ReadStream, WriteStream } from 'node:tty';
import { BrokenPipe } from './ports.js';
import type { Input, Output } from './ports.js';

const defaultColumns = 80;

export function outputOf(stream: WriteStream): Output {
  // An error event without a listener would end the process with a stack; the write that caused it rejects already.
  stream.on('error', () => undefined);
  return {
    isTTY: stream.isTTY,
    get columns() {
      // What is not a screen has room for everything.
      return stream.isTTY ? stream.columns || defaultColumns : Infinity;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve();
          else reject('code' in error && error.code === 'EPIPE' ? new BrokenPipe() : error);
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
