import { expect, test } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { teller } from '../../../src/render/tell.js';
import { progress } from '../../../src/runner/progress.js';
import { FakeClock } from '../../support/clock.js';

const megabyte = 1_000_000;

/** What is on the wire while so many pieces of a megabyte go by, each of which takes so long. */
async function written(
  pieces: number,
  msEach: number,
  { isTTY = true, quiet = false, columns = 80, sized = true, term = 'xterm', readings = 1 } = {},
): Promise<string> {
  const clock = new FakeClock();
  let text = '';
  const stderr = { isTTY, columns, write: (more: string) => Promise.resolve(void (text += more)) };
  const show = progress({ stderr, clock, env: { TERM: term } }, teller('en', await translator('en')), quiet);
  // eslint-disable-next-line @typescript-eslint/require-await -- the pieces are at hand
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < pieces; piece += 1) {
      clock.advance(msEach);
      yield new Uint8Array(megabyte);
    }
  }
  let count = 0;
  const result = await show('progress.sending', sized ? pieces * megabyte : undefined, async (counted) => {
    for (let reading = 0; reading < readings; reading += 1)
      for await (const chunk of counted(bytes())) count += chunk.length;
    return 'done';
  });
  expect([result, count]).toEqual(['done', readings * pieces * megabyte]);
  return text;
}

const lines = (text: string): string[] => text.split('\r\u001b[K');

test('what is done within a second has no line', async () => {
  expect(await written(9, 100)).toBe('');
});

test('a line is drawn again and again, and is gone at the end', async () => {
  expect(lines(await written(4, 500))).toEqual([
    '',
    'Sending: 2.0 MB of 4.0 MB, 50 %, 2.0 MB/s',
    'Sending: 3.0 MB of 4.0 MB, 75 %, 2.0 MB/s',
    'Sending: 4.0 MB of 4.0 MB, 100 %, 2.0 MB/s',
    '',
  ]);
});

test('not more than five times a second, however many pieces there are', async () => {
  expect(lines(await written(200, 10)).length - 2).toBe(6);
});

test('without a total it tells what has gone by', async () => {
  expect(lines(await written(2, 1000, { sized: false }))).toEqual([
    '',
    'Sending: 1.0 MB, 1.0 MB/s',
    'Sending: 2.0 MB, 1.0 MB/s',
    '',
  ]);
});

test('a second attempt begins at nothing again', async () => {
  expect(lines(await written(2, 1000, { readings: 2 })).slice(1, -1)).toEqual([
    'Sending: 1.0 MB of 2.0 MB, 50 %, 1.0 MB/s',
    'Sending: 2.0 MB of 2.0 MB, 100 %, 1.0 MB/s',
    'Sending: 1.0 MB of 2.0 MB, 50 %, 1.0 MB/s',
    'Sending: 2.0 MB of 2.0 MB, 100 %, 1.0 MB/s',
  ]);
});

test('a narrow screen gets as much of it as has room', async () => {
  expect(lines(await written(1, 1000, { columns: 11 }))).toEqual(['', 'Sending: 1', '']);
});

test.each([
  ['in a pipe', { isTTY: false }],
  ['under --quiet', { quiet: true }],
  ['on a terminal that can’t draw a line again', { term: 'dumb' }],
])('%s there is none', async (_where, circumstances) => {
  expect(await written(10, 1000, circumstances)).toBe('');
});

test('the line is gone, too, if something fails in the midst of it', async () => {
  const clock = new FakeClock();
  let text = '';
  const stderr = { isTTY: true, columns: 80, write: (more: string) => Promise.resolve(void (text += more)) };
  const show = progress({ stderr, clock, env: {} }, teller('en', await translator('en')), false);
  // eslint-disable-next-line @typescript-eslint/require-await -- it fails at once
  async function* bytes(): AsyncGenerator<Uint8Array> {
    clock.advance(2000);
    yield new Uint8Array(megabyte);
    throw new Error('the disk is gone');
  }
  const failing = show('progress.reading', undefined, async (counted) => {
    for await (const chunk of counted(bytes())) expect(chunk.length).toBe(megabyte);
  });
  await expect(failing).rejects.toThrow('the disk is gone');
  expect(lines(text)).toEqual(['', 'Reading: 1.0 MB, 0.5 MB/s', '']);
});
