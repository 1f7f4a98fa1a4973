import { appendFile, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newRunId, runJournal } from '../../../src/journal/runs.js';
import type { RunLine } from '../../../src/journal/runs.js';
import { emptyFolder } from '../../support/folder.js';

const id = 'run_20261120-080000-abcdef';
const at = '2026-11-20T08:00:00.000Z';
const begun = (step: string): RunLine => ({ kind: 'begun', step, at, key: `key of ${step}` });
const done = (step: string): RunLine => ({
  kind: 'done',
  step,
  at,
  already: false,
  user: 'usr_1',
  after: { lastName: 'Ć' },
});

async function begunRun() {
  const folder = await emptyFolder();
  const journal = runJournal<{ readonly what: string }>(folder);
  await journal.begin(id, at, { what: 'order' });
  return { folder, journal, file: path.join(folder, 'runs', id, 'lines.ndjson') };
}

test('a run is named by its moment, so that names lie in their order', () => {
  const names = ['2026-11-20T08:00:00.900Z', '2026-11-20T08:00:01Z', '2027-01-01T00:00:00Z'].map((now, index) =>
    newRunId(new Date(now), `${index}bcdef01-0000`),
  );
  expect(names).toEqual(['run_20261120-080000-0bcdef', 'run_20261120-080001-1bcdef', 'run_20270101-000000-2bcdef']);
});

test('what was noted is read by another process, for its user only', async () => {
  const { folder, journal, file } = await begunRun();
  const lines = [begun('1'), done('1'), begun('2')];
  await journal.drive(id, async ({ note, lines: own }) => {
    await note(begun('1'));
    await note(done('1'), begun('2'));
    expect(own).toEqual(lines);
  });
  expect(await runJournal(folder).read(id)).toEqual({ id, begunAt: at, order: { what: 'order' }, lines });
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
  expect(((await stat(path.dirname(file))).mode & 0o777).toString(8)).toBe('700');
});

test('lines that are noted at the same time stand one after the other', async () => {
  const { journal } = await begunRun();
  const steps = Array.from({ length: 30 }, (_, index) => String(index));
  await journal.drive(id, ({ note }) => Promise.all(steps.map((step) => note(begun(step)))));
  expect((await journal.read(id)).lines).toEqual(steps.map(begun));
});

test('whatever is left of a last line after a kill, at any byte, it is as if it had not been written', async () => {
  const { journal, file } = await begunRun();
  await journal.drive(id, ({ note }) => note(begun('1'), done('2')));
  const whole = await readFile(file);
  const second = whole.indexOf(0x0a) + 1;
  for (let length = second; length < whole.length; length += 1) {
    await writeFile(file, whole);
    await truncate(file, length);
    expect((await journal.read(id)).lines).toEqual([begun('1')]);
    await journal.drive(id, ({ note }) => note(done('3')));
    expect((await journal.read(id)).lines).toEqual([begun('1'), done('3')]);
  }
});

test('a line that can not be read before the last one is damage, and nothing is done', async () => {
  const { journal, file, folder } = await begunRun();
  await appendFile(file, '{"kind":"beg\n{}\n');
  const where = { code: 'run-damaged', params: { run: id, folder: path.join(folder, 'runs', id) } };
  await expect(journal.read(id)).rejects.toMatchObject(where);
  let worked = false;
  await expect(journal.drive(id, () => Promise.resolve((worked = true)))).rejects.toMatchObject(where);
  expect(worked).toBe(false);
});

test('two who drive the same run take turns, and the second sees what the first has noted', async () => {
  const { folder, journal } = await begunRun();
  const order: string[] = [];
  const first = journal.drive(id, async ({ note }) => {
    order.push('first begins');
    // The second one has every opportunity to come in between.
    await note(begun('1'));
    await note(done('1'));
    order.push('first ends');
  });
  await expect.poll(() => order).toContain('first begins');
  const second = runJournal(folder).drive(id, ({ lines }) => {
    order.push('second begins');
    return Promise.resolve(lines);
  });
  expect(await second).toEqual([begun('1'), done('1')]);
  await first;
  expect(order).toEqual(['first begins', 'first ends', 'second begins']);
});

describe('what is no run', () => {
  test.each(['run_nobody', 'nonsense', '../../etc', 'run_/../x', ''])(
    '%s is unknown, and no folder is made',
    async (name) => {
      const { folder, journal } = await begunRun();
      const unknown = { code: 'run-unknown', params: { run: name } };
      await expect(Promise.resolve().then(() => journal.read(name))).rejects.toMatchObject(unknown);
      await expect(Promise.resolve().then(() => journal.drive(name, () => Promise.resolve()))).rejects.toMatchObject(
        unknown,
      );
      expect(await runJournal(folder).ids()).toEqual([id]);
    },
  );

  test('a folder without an order, which a kill has left, is not listed', async () => {
    const { folder, journal } = await begunRun();
    await mkdir(path.join(folder, 'runs', 'run_20261120-090000-aaaaaa'));
    await mkdir(path.join(folder, 'runs', 'other'));
    expect(await journal.ids()).toEqual([id]);
    expect(await runJournal(await emptyFolder()).ids()).toEqual([]);
  });
});
