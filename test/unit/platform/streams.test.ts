import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { expect, onTestFinished, test } from 'vitest';
import { BrokenPipe } from '../../../src/platform/ports.js';
import type { Input, Output } from '../../../src/platform/ports.js';
import { inputOf, standardOutput, streamOutput } from '../../../src/platform/streams.js';
import { emptyFolder } from '../../support/folder.js';

// What is no terminal has no `isTTY` at all, as `process.stdout` in a pipe.
const writing = (stream: object): Output => streamOutput(stream as WriteStream);
const reading = (stream: object): Input => inputOf(stream as ReadStream);

async function linesOf(input: Input): Promise<string[]> {
  const lines: string[] = [];
  for (let line = await input.line(); line !== undefined; line = await input.line()) lines.push(line);
  return lines;
}

test('what is written arrives in order, and each write tells when it is done', async () => {
  const file = path.join(await emptyFolder(), 'out');
  const stream = createWriteStream(file);
  const output = writing(stream);
  const large = 'ä'.repeat(200_000);
  await output.write('one\n');
  await Promise.all([output.write(large), output.write('\ntwo\n')]);
  stream.end();
  await once(stream, 'close');
  expect(await readFile(file, 'utf8')).toBe(`one\n${large}\ntwo\n`);
});

test('a reader that has gone away is a broken pipe, and no error event ends the process', async () => {
  const reader = spawn('sh', ['-c', 'exec 0<&-; echo closed; sleep 5'], { stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(() => void reader.kill());
  await once(reader.stdout, 'data');
  await expect(writing(reader.stdin).write('to nobody\n')).rejects.toBeInstanceOf(BrokenPipe);
});

test('another failure of writing is told as it is', async () => {
  const stream = createWriteStream(await emptyFolder());
  await expect(writing(stream).write('x')).rejects.toMatchObject({ code: 'EISDIR' });
});

test('a pipe is no terminal, and has room for everything', async () => {
  const stream = createWriteStream(path.join(await emptyFolder(), 'out'));
  onTestFinished(() => void stream.destroy());
  expect(writing(stream)).toMatchObject({ columns: Infinity });
  expect(writing(stream).isTTY).toBeFalsy();
});

test.each([
  [120, 120],
  [0, 80],
  [undefined, 80],
])('a terminal of %s columns has %i', async (given, columns) => {
  const stream = createWriteStream(path.join(await emptyFolder(), 'out'));
  onTestFinished(() => void stream.destroy());
  expect(writing(Object.assign(stream, { isTTY: true, columns: given })).columns).toBe(columns);
});

test('a terminal that is made wider is wider for the next table', async () => {
  const stream = Object.assign(createWriteStream(path.join(await emptyFolder(), 'out')), { isTTY: true, columns: 80 });
  onTestFinished(() => void stream.destroy());
  const output = writing(stream);
  stream.columns = 200;
  expect(output.columns).toBe(200);
});

test.each([
  ['one\ntwo\n', ['one', 'two']],
  ['one\r\ntwo\r\n', ['one', 'two']],
  ['one\ntwo', ['one', 'two']],
  ['', []],
  ['\n\nx\n', ['', '', 'x']],
  ['Zoë 👍\n', ['Zoë 👍']],
])('%j is read line by line', async (text, lines) => {
  const file = path.join(await emptyFolder(), 'in');
  await writeFile(file, text);
  expect(await linesOf(reading(createReadStream(file)))).toEqual(lines);
});

test('lines come out right however they are cut into pieces', async () => {
  const bytes = Buffer.from('pässwort\r\n123456\n');
  expect(await linesOf(reading(Readable.from([...bytes].map((byte) => Buffer.of(byte)))))).toEqual([
    'pässwort',
    '123456',
  ]);
});

test('the second line is there when it is asked for later, and after the end there is none', async () => {
  const input = reading(Readable.from([Buffer.from('password\n123456\n')]));
  expect(await input.line()).toBe('password');
  await new Promise((resolve) => setImmediate(resolve));
  expect([await input.line(), await input.line(), await input.line()]).toEqual(['123456', undefined, undefined]);
});

test('bytes are handed on as they are', async () => {
  const bytes = Buffer.from([0, 255, 10, 13, 0x80]);
  const pieces: Uint8Array[] = [];
  for await (const piece of reading(Readable.from([bytes])).bytes()) pieces.push(piece);
  expect(Buffer.concat(pieces)).toEqual(bytes);
});

async function intoFile(): Promise<{ output: Output; written: () => Promise<string>; opened: () => number }> {
  const file = path.join(await emptyFolder(), 'out');
  const fd = openSync(file, 'w');
  let opened = 0;
  const output = standardOutput(fd, () => {
    opened += 1;
    return createWriteStream(file, { fd }) as unknown as WriteStream;
  });
  return { output, written: () => readFile(file, 'utf8'), opened: () => opened };
}

test('a short text for a file is written without a stream, a long one with it, both in order', async () => {
  const { output, written, opened } = await intoFile();
  expect([output.isTTY, output.columns]).toEqual([false, Infinity]);
  await output.write('short\n');
  expect([await written(), opened()]).toEqual(['short\n', 0]);
  const long = 'é'.repeat(20_000);
  await output.write(long);
  await output.write('end\n');
  expect([await written(), opened()]).toEqual([`short\n${long}end\n`, 1]);
});

test('many short texts are no more than an empty pipe holds before a stream takes over', async () => {
  const { output, written, opened } = await intoFile();
  const line = `${'x'.repeat(4095)}\n`;
  for (let count = 0; count < 4; count += 1) await output.write(line);
  expect(opened()).toBe(0);
  await output.write(line);
  expect([await written(), opened()]).toEqual([line.repeat(5), 1]);
});
