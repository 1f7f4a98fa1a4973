import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { usedSteps } from '../../../src/platform/used-steps.js';
import { Secret } from '../../../src/secret.js';
import { emptyFolder } from '../../support/folder.js';

const seed = { secret: new Secret('GEZDGNBVGY3TQOJQ') };
const portal = 'https://portal.example/ak095';

test('of many that want the same step exactly one gets it', async () => {
  const folder = path.join(await emptyFolder(), 'not', 'there', 'yet');
  const taken = await Promise.all(Array.from({ length: 12 }, () => usedSteps(folder, seed, portal).take(7)));
  expect(taken.filter((took) => took)).toHaveLength(1);
});

test('a step that was given back can be taken again, and no other', async () => {
  const used = usedSteps(await emptyFolder(), seed, portal);
  expect([await used.take(1), await used.take(2)]).toEqual([true, true]);
  await used.giveBack(2);
  expect([await used.isTaken(1), await used.isTaken(2)]).toEqual([true, false]);
  expect([await used.take(1), await used.take(2)]).toEqual([false, true]);
});

test('another seed, and the same at another portal, have steps of their own', async () => {
  const folder = await emptyFolder();
  await usedSteps(folder, seed, portal).take(1);
  expect(await usedSteps(folder, { secret: new Secret('GEZDGNBVGY3TQOJR') }, portal).take(1)).toBe(true);
  expect(await usedSteps(folder, seed, 'https://portal.example/ak060').take(1)).toBe(true);
});

test('a file for its owner only, which names neither the seed nor the portal', async () => {
  const folder = await emptyFolder();
  await usedSteps(folder, seed, portal).take(59_000_000);
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/^[\da-f]{32}\.steps$/);
  expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
  expect(await readFile(path.join(folder, name), 'utf8')).toBe('[59000000]\n');
});

test.each(['', 'nonsense', '{"steps":[1]}', '[1,', 'null'])(
  'a file that holds %j is as if it was not there',
  async (text) => {
    const folder = await emptyFolder();
    const used = usedSteps(folder, seed, portal);
    await used.take(1);
    const [name = ''] = await readdir(folder);
    await writeFile(path.join(folder, name), text);
    expect([await used.isTaken(1), await used.take(1), await used.take(1)]).toEqual([false, true, false]);
  },
);

test('what is remembered does not grow for ever', async () => {
  const folder = await emptyFolder();
  const used = usedSteps(folder, seed, portal);
  await used.take(0);
  const [name = ''] = await readdir(folder);
  const steps = Array.from({ length: 2000 }, (_one, step) => step);
  await writeFile(path.join(folder, name), JSON.stringify(steps));
  await used.take(2000);
  expect(JSON.parse(await readFile(path.join(folder, name), 'utf8'))).toEqual([...steps.slice(561), 2000]);
});
