import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { intentJournal } from '../../../src/journal/intents.js';
import type { Intent } from '../../../src/journal/intents.js';
import { emptyFolder } from '../../support/folder.js';

const name = { operation: 'users.new', portal: 'https://a.example/ak095', client: '10001.00', content: 'digest-1' };
const intent: Intent = { ...name, key: 'key-1', begunAt: '2026-11-20T08:00:00.000Z' };

test('what was begun is found by another process until its outcome is known', async () => {
  const folder = await emptyFolder();
  expect(await intentJournal(folder).pending(name)).toBeUndefined();
  await intentJournal(folder).begin(intent);
  expect(await intentJournal(folder).pending(name)).toEqual(intent);
  await intentJournal(folder).settle(intent);
  expect(await intentJournal(folder).pending(name)).toBeUndefined();
  expect(await readdir(path.join(folder, 'intents'))).toEqual([]);
});

test.each([
  ['operation', { operation: 'codes.request' }],
  ['portal', { portal: 'https://b.example/ak095' }],
  ['client', { client: '10002.00' }],
  ['content', { content: 'digest-2' }],
])('another %s is another intent', async (_what, members) => {
  const journal = intentJournal(await emptyFolder());
  await journal.begin(intent);
  expect(await journal.pending({ ...name, ...members })).toBeUndefined();
  const other: Intent = { ...intent, ...members, key: 'key-2' };
  await journal.begin(other);
  await journal.settle(intent);
  expect([await journal.pending(name), await journal.pending(other)]).toEqual([undefined, other]);
});

test('parts of a name can not be pushed from one into the other', async () => {
  const journal = intentJournal(await emptyFolder());
  await journal.begin({ ...intent, operation: 'a', portal: 'b","c' });
  expect(await journal.pending({ ...name, operation: 'a","b', portal: 'c' })).toBeUndefined();
});

test('an intent is for its user only, and its file’s name tells nothing', async () => {
  const folder = await emptyFolder();
  await intentJournal(folder).begin(intent);
  const place = path.join(folder, 'intents');
  const [file = ''] = await readdir(place);
  expect(file).toMatch(/^[0-9a-f]{64}\.json$/);
  expect([await stat(place), await stat(path.join(place, file))].map(({ mode }) => (mode & 0o777).toString(8))).toEqual(
    ['700', '600'],
  );
  expect(JSON.parse(await readFile(path.join(place, file), 'utf8'))).toEqual(intent);
});

test('settling what was never begun, or was settled before, does no harm', async () => {
  const journal = intentJournal(await emptyFolder());
  await journal.settle(intent);
  await journal.begin(intent);
  await journal.settle(intent);
  await journal.settle(intent);
  expect(await journal.pending(name)).toBeUndefined();
});

test('a journal that can not be read is not taken for an empty one: the change might be sent twice', async () => {
  const folder = await emptyFolder();
  const journal = intentJournal(folder);
  await journal.begin(intent);
  const [file = ''] = await readdir(path.join(folder, 'intents'));
  await writeFile(path.join(folder, 'intents', file), '{"key":');
  await expect(journal.pending(name)).rejects.toThrow();
});

test.each(['', '{', 'null', '{"operation":"users.new","begunAt":5}'])(
  'a damaged one (%s) is told of, by its file',
  async (text) => {
    const folder = await emptyFolder();
    const journal = intentJournal(folder);
    await journal.begin(intent);
    const [file = ''] = await readdir(path.join(folder, 'intents'));
    await writeFile(path.join(folder, 'intents', file), text);
    const damaged = { code: 'intent-damaged', params: { file: path.join(folder, 'intents', file) } };
    await expect(journal.pending(name)).rejects.toMatchObject(damaged);
    await expect(journal.everyPending('users.new')).rejects.toMatchObject(damaged);
  },
);
