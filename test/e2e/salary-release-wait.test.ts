import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { whenWaiting } from '../support/moments.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import {
  factsOf,
  isReleasedAlready,
  released,
  releasesOf,
  shown,
  uploadWages,
  willRelease,
} from '../support/releases.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const upload = (waitMs?: number) => uploadWages(office, waitMs === undefined ? {} : { waitMs });

describe('salary release --wait', () => {
  test('waits until the fund has processed it', async () => {
    const id = await upload();
    office.sandbox.clock.slept.length = 0;
    expect(await office.run(`salary release ${id} --wait --yes ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id, 'accepted'),
      stderr: `${factsOf(id)}${willRelease(office, id)}${id}: accepted\n`,
    });
    expect(office.sandbox.clock.slept).toEqual([1000, 1500, 2250]);
  });

  test('waits for the checks first, and only then asks', async () => {
    const id = await upload(0);
    const ended = await office.run(`salary release ${id} --wait ${shown}`, {
      terminal: { stdin: true, stderr: true },
      answers: [['Type the year 2025', '2025']],
    });
    const [checking, processing] = ['checking', 'processing'].map(
      (what) => `\r\u001b[KWaiting: the fund is ${what} ${id} …\r\u001b[K`,
    );
    expect(ended).toEqual({
      exitCode: 0,
      stdout: released(id, 'accepted'),
      stderr: `${checking}${factsOf(id)}${willRelease(office, id)}${processing}${id}: accepted\n`,
    });
  });

  test('ends with 10 and releases nothing if the time is up before it is checked', async () => {
    const id = await upload(0);
    expect(await office.run(`salary release ${id} --wait-timeout 2s --yes ${shown}`)).toEqual({
      exitCode: 10,
      stdout: '',
      stderr:
        `Error: The fund is still checking the declaration ${id}. Nothing was released.\n` +
        `Hint: connect salary release ${id} --wait goes on waiting.\n`,
    });
    expect(releasesOf(office)).toEqual([]);
  });

  test('ends with 10 if the time is up before it is processed; it is released, and that is printed', async () => {
    const id = await upload();
    expect(await office.run(`salary release ${id} --wait-timeout 2s --yes ${shown}`)).toEqual({
      exitCode: 10,
      stdout: released(id, 'processing'),
      stderr:
        `${factsOf(id)}${willRelease(office, id)}${id}: being processed\n` +
        `${id}: The declaration ${id} is released, and the fund is still processing it.\n` +
        `connect salary show ${id} --wait goes on waiting.\n`,
    });
    expect(await office.run(`salary show ${id} --wait -q ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id, 'accepted'),
      stderr: '',
    });
  });

  test('has one time for both waits', async () => {
    const id = await upload(0);
    expect(await office.run(`salary release ${id} --wait-timeout 5s --yes -q ${shown}`)).toEqual({
      exitCode: 10,
      stdout: released(id, 'released'),
      stderr: `${id}: The declaration ${id} is released, and the fund is still processing it.\n`,
    });
  });

  test('goes on waiting for one that is released already', async () => {
    const id = await upload();
    await office.run(`salary release ${id} --yes -q`);
    expect(await office.run(`salary release ${id} --wait ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id, 'accepted'),
      stderr: `${isReleasedAlready(office, id)}${id}: accepted\n`,
    });
    expect(releasesOf(office)).toEqual([200]);
  });

  test('releases nothing that can’t be released once it is checked', async () => {
    const id = await uploadWages(office, { waitMs: 0, options: '--test' });
    expect(await office.run(`salary release ${id} --wait --yes -q`)).toMatchObject({ exitCode: 5, stdout: '' });
    expect(releasesOf(office)).toEqual([]);
  });
});

describe('Ctrl-C during the wait', () => {
  /** Presses it when the run waits for the given time. */
  const interrupt = (line: string, time: number) => {
    const ctrlC = new AbortController();
    let left = time;
    whenWaiting(office.sandbox, () => {
      left -= 1;
      if (left === 0) ctrlC.abort();
    });
    return office.run(line, { interrupted: ctrlC.signal });
  };

  test.each([
    [1, 'received', 'received'],
    [2, 'checking', 'being checked'],
  ])('of an upload prints what has been submitted (at pause %i: %s)', async (time, state, told) => {
    await upload();
    const { stdout, ...ended } = await interrupt(`salary upload lohn.xml --wait --test -q ${shown}`, time);
    const id = /^id\t(\w+)\n/.exec(stdout)?.[1] ?? '';
    expect(stdout).toBe(released(id, state));
    expect(ended).toEqual({
      exitCode: 130,
      stderr:
        `${id}: The wait was interrupted. The declaration ${id} has been submitted; its state: ${told}.\n` +
        'Error: Interrupted.\n',
    });
  });

  test('of a release prints what has been released, and how to go on', async () => {
    const id = await upload();
    expect(await interrupt(`salary release ${id} --wait --yes ${shown}`, 2)).toEqual({
      exitCode: 130,
      stdout: released(id, 'processing'),
      stderr:
        `${factsOf(id)}${willRelease(office, id)}` +
        `${id}: The wait was interrupted. The declaration ${id} has been released; its state: being processed.\n` +
        `connect salary show ${id} --wait goes on waiting.\n` +
        'Error: Interrupted.\n',
    });
  });

  test.each([
    ['before a release releases nothing', 'release --yes'],
    ['of a mere look has nothing to tell', 'show'],
  ])('%s', async (_what, verb) => {
    const id = await upload(0);
    expect(await interrupt(`salary ${verb} ${id} --wait`, 1)).toEqual({
      exitCode: 130,
      stdout: '',
      stderr: 'Error: Interrupted.\n',
    });
    expect(releasesOf(office)).toEqual([]);
  });
});
