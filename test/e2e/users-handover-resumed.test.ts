import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doneAt, evidenceIn, firstLogin, handedOver, maja, onDisk, textOf, typed } from '../support/handovers.js';
import { whenAnswering } from '../support/moments.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
});
afterEach(() => office.close());

const toMaja = ['users', 'handover', 'beat.keller', ...maja, '--yes'];
const toLuca = ['users', 'handover', 'beat.keller', '--to', 'luca.bianchi', '--yes'];
const writes = ['createUser', 'updateUser', 'deactivateUser'];
const idOnDisk = async (): Promise<string> => {
  const files = await onDisk(office);
  expect(files).toHaveLength(1);
  return files[0]!.replace('.json', '');
};
const resume = async (stdin?: string) => {
  await office.signIn('anna.muster', { profile: 'anna' });
  return handedOver(office, ['users', 'handover', 'resume', await idOnDisk(), '--yes'], stdin);
};
const files = ['handover-beat.keller-2026-11-20.json', 'handover-beat.keller-2026-11-20.pdf'];
/** Whatever happened on the way: each thing once at the portal, both files there, and everything proven. */
const isWhole = async (last: Awaited<ReturnType<typeof resume>>, given: string) => {
  expect(last).toMatchObject({
    exitCode: 0,
    handover: {
      state: 'completed',
      proof: { access: { mayLogIn: false, openSessions: 0 } },
      administrators: { working: expect.arrayContaining(['anna.muster']) as unknown },
    },
  });
  expect(doneAt(office, ...writes)).toEqual([given, 'deactivateUser anna.muster beat.keller']);
  expect(await evidenceIn(office)).toEqual(files);
};

describe('an answer that was lost for good', () => {
  test.each(['drop-after-commit=createUser:*', 'drop-before-commit=createUser:*', 'truncate=createUser:*'])(
    'to the invitation (%s)',
    async (fault) => {
      office.sandbox.faults(fault);
      const ended = await office.run([...toMaja, '--password-stdin'], typed);
      expect(ended).toMatchObject({ exitCode: 9, stdout: '' });
      expect(ended.stderr).toContain(`To go on: connect users handover resume ${await idOnDisk()}`);
      office.sandbox.faults();
      expect(await resume()).toMatchObject({ exitCode: 10, handover: { state: 'waiting-for-login', invited: true } });
      await firstLogin(office);
      await isWhole(await resume(''), 'createUser anna.muster maja.neu');
    },
  );

  test.each(['drop-after-commit=updateUser', 'drop-before-commit=updateUser', 'truncate=updateUser'])(
    'to the rights (%s)',
    async (fault) => {
      office.sandbox.faults(`${fault}:*`);
      const ended = await office.run([...toLuca, '--password-stdin'], typed);
      office.sandbox.faults();
      // Made, and found by looking; or not made.
      expect(ended.exitCode).toBe(fault.startsWith('drop-before') ? 9 : 0);
      await isWhole(await resume(), 'updateUser anna.muster luca.bianchi');
    },
  );

  test.each(['drop-after-commit=deactivateUser', 'drop-before-commit=deactivateUser', 'truncate=deactivateUser'])(
    'to the deactivation (%s)',
    async (fault) => {
      office.sandbox.faults(`${fault}:*`);
      const ended = await office.run([...toLuca, '--password-stdin'], typed);
      office.sandbox.faults();
      expect(ended.exitCode).toBe(fault.startsWith('drop-before') ? 9 : 0);
      await isWhole(await resume(), 'updateUser anna.muster luca.bianchi');
    },
  );

  test('to the proof', async () => {
    office.sandbox.faults('status=500:getUserAccess:*');
    const ended = await office.run([...toLuca, '--password-stdin', '-o', 'json'], typed);
    expect(ended).toMatchObject({ exitCode: 6, stdout: '' });
    office.sandbox.faults();
    await isWhole(await resume(), 'updateUser anna.muster luca.bianchi');
  });
});

describe('as a process that was killed leaves it', () => {
  /** The state as it was before the last thing that a run wrote down, or some more. */
  const states = async () => {
    const folder = path.join(office.desk.home, '.local/state/connect/handovers');
    return { folder, file: path.join(folder, (await onDisk(office))[0] ?? '') };
  };

  test('at every request about a single user, from each of them to the same end', async () => {
    await office.close();
    // The run ends at the moment at which the portal has answered so many requests, and nobody hears that answer.
    for (let count = 1, isOver = false; !isOver; count += 1) {
      office = await openOffice();
      await office.signIn('anna.muster', { profile: 'anna' });
      const interrupted = new AbortController();
      let left = count;
      whenAnswering(office.sandbox, /^(?:PATCH|POST) |\/users\/usr_/, () => (left -= 1) === 0 && interrupted.abort());
      const line = [...toLuca, '--password-stdin', '-q'];
      const first = await office.run(line, { ...typed, interrupted: interrupted.signal });
      isOver = !interrupted.signal.aborted;
      expect([0, 9, 130], first.stderr).toContain(first.exitCode);
      expect(await evidenceIn(office), String(count)).toEqual(first.exitCode === 0 ? files : []);
      await isWhole(await handedOver(office, toLuca), 'updateUser anna.muster luca.bianchi');
      expect(await onDisk(office)).toHaveLength(1);
      if (!isOver) await office.close();
    }
  }, 240_000);

  test('between the two files of the evidence', async () => {
    const { handover } = await handedOver(office, toLuca);
    const { file } = await states();
    const whole = JSON.parse(await textOf(file)) as object;
    await rm(handover.evidence!.pdf);
    await writeFile(file, JSON.stringify({ ...whole, state: 'deactivating', evidence: null }));
    const last = await resume('');
    await isWhole(last, 'updateUser anna.muster luca.bianchi');
    expect(last.handover.evidence).toEqual(handover.evidence);
  });

  test('a file that is not whole is named, and nothing is guessed', async () => {
    await handedOver(office, [...toLuca, '--on', '2026-12-24']);
    const { file } = await states();
    await writeFile(file, '{');
    const ended = await office.run('users handover list');
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain(file);
  });
});

describe('somebody else meanwhile', () => {
  test('has deactivated the leaver: proven and written down as found', async () => {
    await handedOver(office, [...toLuca, '--on', '2026-12-24']);
    await office.run('users deactivate beat.keller --yes');
    const { exitCode, handover } = await resume('');
    expect({ exitCode, state: handover.state }).toEqual({ exitCode: 0, state: 'completed' });
    expect(handover.steps.find(({ step }) => step === 'deactivated')).toMatchObject({ by: null, requestId: null });
    expect(handover.administrators).toBeNull();
  });

  test('two at once: one drives, the other is told so or finds it done; each thing is done once', async () => {
    const line = [...toLuca, '--password-stdin', '-o', 'json'];
    const both = await Promise.all([office.run(line, typed), office.run(line, typed)]);
    const codes = both.map(({ exitCode }) => exitCode).sort();
    expect(codes[0]).toBe(0);
    const loser = both.find(({ exitCode }) => exitCode !== 0);
    if (loser !== undefined) expect(loser.stderr).toContain('Another process is at work on this handover.');
    expect(doneAt(office, ...writes)).toEqual([
      'updateUser anna.muster luca.bianchi',
      'deactivateUser anna.muster beat.keller',
    ]);
    expect((await readdir(path.join(office.desk.home, '.local/state/connect/handovers'))).length).toBe(1);
  });

  test('an interruption while waiting says how to go on', async () => {
    const interrupted = new AbortController();
    const waiting = office.run([...toMaja, '--wait', '2h', '--password-stdin'], {
      ...typed,
      interrupted: interrupted.signal,
    });
    while (office.sandbox.clock.slept.length < 3) await new Promise((resolve) => setImmediate(resolve));
    interrupted.abort();
    const ended = await waiting;
    expect(ended).toMatchObject({ exitCode: 130, stdout: '' });
    expect(ended.stderr).toContain(`To go on: connect users handover resume ${await idOnDisk()}`);
    await firstLogin(office);
    await isWhole(await resume(''), 'createUser anna.muster maja.neu');
  });
});
