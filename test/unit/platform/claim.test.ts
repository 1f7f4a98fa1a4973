import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { agreed } from '../../../src/platform/claim.js';
import { emptyFolder } from '../../support/folder.js';

test('the first value holds, for everybody and for good', async () => {
  const place = path.join(await emptyFolder(), 'agreed', 'a');
  expect(await agreed(place, 'first')).toBe('first');
  expect(await agreed(place, 'second')).toBe('first');
  expect(await agreed(path.join(path.dirname(place), 'b'), 'third')).toBe('third');
});

test('of many who come at once all get the same, and nothing else is left', async () => {
  const folder = await emptyFolder();
  const offers = Array.from({ length: 20 }, (_, index) => `value ${index}`);
  const values = await Promise.all(offers.map((offer) => agreed(path.join(folder, 'place'), offer)));
  expect(new Set(values).size).toBe(1);
  expect(offers).toContain(values[0]);
  expect(await readdir(folder)).toEqual(['place']);
});

test('what is a day old is forgotten, also what a killed process has left, and nothing younger', async () => {
  const folder = await emptyFolder();
  await agreed(path.join(folder, 'old'), 'old');
  await agreed(path.join(folder, 'young'), 'young');
  await mkdir(path.join(folder, 'old.4711'));
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const name of ['old', 'old.4711']) await utimes(path.join(folder, name), twoDaysAgo, twoDaysAgo);
  await agreed(path.join(folder, 'new'), 'new');
  expect((await readdir(folder)).sort()).toEqual(['new', 'young']);
});

test('where nothing can be written down that is told as a store that fails', async () => {
  const folder = await emptyFolder();
  await writeFile(path.join(folder, 'file'), '');
  await expect(agreed(path.join(folder, 'file', 'a'), 'x')).rejects.toMatchObject({ code: 'store-denied' });
});
