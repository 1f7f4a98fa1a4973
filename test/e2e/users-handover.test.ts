import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/operations/handover/evidence.js';
import { doneAt, evidenceIn, firstLogin, handedOver, maja, onDisk, textOf, typed } from '../support/handovers.js';
import { answeredLate } from '../support/late-answers.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { signedIn } from '../support/portal-client.js';
import { announced, printed } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
});
afterEach(() => office.close());

const today = '2026-11-20';
const begin = ['users', 'handover', 'beat.keller', '--to', 'luca.bianchi'];
const writes = ['createUser', 'updateUser', 'deactivateUser'];
const everything = ['updateUser anna.muster luca.bianchi', 'deactivateUser anna.muster beat.keller'] as const;
const stepsOf = ({ steps }: { steps: readonly { step: string; by: string | null }[] }) =>
  steps.map(({ step, by }) => `${step} ${String(by)}`);

test('a successor whom nobody knows by that name is a slip, not somebody to invite', async () => {
  expect(await office.run('users handover beat.keller --to luca.bianch --yes')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      'Error: There is no user “luca.bianch” at Muster Beispiel AG. Similar: luca.bianchi\nHint: connect users list shows them.\n',
  });
});

describe('from a colleague to another', () => {
  test('gives the rights, ends the leaver’s sessions and login, and writes the evidence', async () => {
    await office.signIn('beat.keller', { profile: 'beat' });
    const beat = await signedIn(office.sandbox, 'beat.keller');
    const ended = await office.run([...begin, '--fields', 'state,leaver,successor'], {
      terminal: { stdin: true },
      answers: [
        ['Your own password', password],
        ['Type the user name beat.keller to deactivate Beat Keller:', 'beat.keller'],
      ],
    });
    const base = path.join(office.desk.home, `handover-beat.keller-${today}`);
    expect(ended).toEqual({
      exitCode: 0,
      stdout: 'state\tcompleted\nleaver\tbeat.keller\nsuccessor\tluca.bianchi\n',
      stderr:
        'Luca Bianchi gets in addition: administrator, with all themes\n' +
        announced(
          office,
          'Hand over from Beat Keller (beat.keller) to Luca Bianchi; deactivation from 20 Nov 2026 on.',
        ) +
        'Beat Keller still has: administrator, with all themes (last login: 20 Nov 2026, 09:00)\n' +
        announced(office, 'Luca Bianchi has taken over. Deactivate Beat Keller (beat.keller).') +
        `Evidence: ${base}.json and ${base}.pdf\n`,
    });
    expect(doneAt(office, ...writes)).toEqual(everything);
    expect(await beat.get('/session')).toMatchObject({ status: 401, problem: 'session-revoked' });
    expect(await office.run('users list -p beat')).toMatchObject({ exitCode: 4 });
    await expect(office.signIn('beat.keller', { profile: 'beat' })).rejects.toThrow('deactivated');
    const json = await readFile(`${base}.json`);
    const evidence = JSON.parse(json.toString()) as Evidence;
    const time = '2026-11-20T09:00:00+01:00';
    const { requestId } = office.sandbox.audit().find(({ operation }) => operation === 'deactivateUser')!;
    expect(evidence).toMatchObject({
      ...{ kind: 'handover-evidence', on: today, begunAt: time, begunBy: 'anna.muster' },
      client: { number: '10001.00', name: 'Muster Beispiel AG', fund: '095' },
      had: { administrator: true, elsewhere: [] },
      granted: { administrator: true, before: { administrator: false, permissions: ['salary-declaration'] } },
      proof: {
        at: time,
        access: { mayLogIn: false, mayAct: false, reasons: ['deactivated'], openSessions: 0, deactivatedAt: time },
        oldSession: { at: time, status: 401, code: 'session-revoked' },
      },
      administrators: { verdict: 'safe', working: ['anna.muster', 'luca.bianchi'] },
    });
    expect(evidence.steps.map(({ step, at, by }) => [step, at, by])).toEqual([
      ['begun', time, 'anna.muster'],
      ['granted', time, 'anna.muster'],
      ['logged-in', time, 'luca.bianchi'],
      ['confirmed', time, 'anna.muster'],
      ['deactivated', time, 'anna.muster'],
      ['proven', time, 'anna.muster'],
    ]);
    expect(evidence.steps[4]?.requestId).toBe(requestId);
    const [shown] = await printed<readonly { evidence: unknown }[]>(office, 'users handover list');
    expect(shown?.evidence).toEqual({
      json: `${base}.json`,
      pdf: `${base}.pdf`,
      sha256: createHash('sha256').update(json).digest('hex'),
    });
  });

  test('once more, when all is done: says so and does nothing', async () => {
    await handedOver(office, [...begin, '--yes']);
    const before = office.sandbox.dump();
    const { exitCode, handover } = await handedOver(office, [...begin, '--yes']);
    expect({ exitCode, state: handover.state }).toEqual({ exitCode: 0, state: 'completed' });
    const again = await office.run(`users handover resume ${handover.id} --fields state`);
    expect(again).toMatchObject({ exitCode: 0, stdout: 'state\tcompleted\n' });
    expect(office.sandbox.dump()).toEqual(before);
    expect(await evidenceIn(office)).toEqual([
      `handover-beat.keller-${today}.json`,
      `handover-beat.keller-${today}.pdf`,
    ]);
  });

  test('takes no theme from a successor who is no administrator, and gives the leaver’s', async () => {
    const { handover } = await handedOver(office, ['users', 'handover', 'noemi.sms', '--to', 'luca.bianchi', '--yes']);
    expect(handover).toMatchObject({
      state: 'completed',
      granted: { administrator: false, permissions: ['messages', 'employees'] },
      administrators: { verdict: 'safe', working: ['anna.muster', 'beat.keller'] },
      proof: { oldSession: null },
    });
    const luca = await printed<{ permissions: readonly string[] }>(office, 'users show luca.bianchi');
    expect([...luca.permissions].sort()).toEqual(['employees', 'messages', 'salary-declaration']);
  });

  test('a file that is there already stays, and the evidence gets another name', async () => {
    const there = path.join(office.desk.home, `handover-beat.keller-${today}.pdf`);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(there, 'mine');
    const { handover } = await handedOver(office, [...begin, '--yes']);
    expect(await textOf(there)).toBe('mine');
    expect(path.basename(handover.evidence?.pdf ?? '')).toBe(`handover-beat.keller-${today}-2.pdf`);
  });

  test('what the same person has at other clients is shown, written down, and left alone', async () => {
    await office.signIn('sara.treuhand', { profile: 'sara' });
    const line = ['users', 'handover', 'sara.treuhand', '--to', 'reto.frei', '-p', 'sara', '-c', '20001.00', '--yes'];
    const early = await office.run(line);
    expect(early).toMatchObject({ exitCode: 10 });
    expect(early.stderr).toContain('Reto Frei has not logged in for so long that it proves nothing any more');
    await office.signIn('reto.frei', { profile: 'reto' });
    const ended = await office.run([...line, '-o', 'json']);
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr).toContain(
      'Sara Treuhand also has a login for Gasthof Sonnenberg AG (20002.00), which stays: administrator, with all themes. ' +
        'To end it: connect users deactivate sara.treuhand --client 20002.00\n',
    );
    expect(JSON.parse(ended.stdout)).toMatchObject({
      had: { elsewhere: [{ client: { number: '20002.00' }, userName: 'sara.treuhand', administrator: true }] },
      proof: { access: null, oldSession: { status: 401 } },
      administrators: { verdict: 'fragile', working: ['reto.frei'] },
    });
    // The login goes on for the others.
    await office.signIn('sara.treuhand', { profile: 'sara' });
  });

  test('whoever leaves himself proves it by the end of his own session', async () => {
    const line = ['users', 'handover', 'anna.muster', '--to', 'luca.bianchi', '--yes'];
    const ended = await office.run([...line, '--password-stdin', '-o', 'json'], typed);
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr).toContain('This is your own login for Muster Beispiel AG.');
    expect(JSON.parse(ended.stdout)).toMatchObject({
      state: 'completed',
      proof: { access: null, oldSession: { status: 401, code: 'session-revoked' } },
    });
  });
});

describe('to somebody new', () => {
  const line = ['users', 'handover', 'beat.keller', ...maja, '--password-stdin'];

  test('invites, waits for the login, and goes on', async () => {
    const first = await office.run(line, typed);
    const [file = ''] = await onDisk(office);
    const id = file.replace('.json', '');
    expect(first).toMatchObject({ exitCode: 10 });
    expect(first.stderr).toBe(
      'Not a user yet: Maja Đorđević-Šimić (maja.dordevic@muster.example) is invited as: administrator, with all themes\n' +
        announced(
          office,
          'Hand over from Beat Keller (beat.keller) to Maja Đorđević-Šimić; deactivation from 20 Nov 2026 on.',
        ) +
        'Maja Đorđević-Šimić has not logged in with the second factor yet. ' +
        `Nothing was taken from beat.keller.\nTo go on: connect users handover resume ${id}\n`,
    );
    expect(doneAt(office, ...writes)).toEqual(['createUser anna.muster maja.neu']);
    const second = await handedOver(office, ['users', 'handover', 'resume', id, '--yes'], '');
    expect(second).toMatchObject({ exitCode: 10, handover: { state: 'waiting-for-login', invited: true } });
    await firstLogin(office);
    const third = await handedOver(office, ['users', 'handover', 'resume', id, '--yes'], '');
    expect(third).toMatchObject({ exitCode: 0, handover: { state: 'completed' } });
    expect(stepsOf(third.handover)).toEqual([
      ...['begun anna.muster', 'invited anna.muster', 'logged-in maja.neu', 'confirmed anna.muster'],
      ...['deactivated anna.muster', 'proven anna.muster'],
    ]);
    expect(doneAt(office, ...writes)).toEqual([
      'createUser anna.muster maja.neu',
      'deactivateUser anna.muster beat.keller',
    ]);
  });

  test('waits with --wait until the login comes, and no longer than it was told', async () => {
    const { exitCode, handover } = await handedOver(office, [...line, '--wait', '30m']);
    expect({ exitCode, state: handover.state }).toEqual({ exitCode: 10, state: 'waiting-for-login' });
    const slept = office.sandbox.clock.slept.reduce((sum, one) => sum + one, 0);
    expect(slept).toBe(30 * 60_000);
    const waiting = handedOver(office, ['users', 'handover', 'resume', handover.id, '--wait', '--yes'], '');
    await firstLogin(office);
    expect(await waiting).toMatchObject({ exitCode: 0, handover: { state: 'completed' } });
  });

  test('the same command goes on with the one that was begun; another successor is refused', async () => {
    const { handover } = await handedOver(office, line);
    const again = await handedOver(office, [...line, '--on', '2026-11-30']);
    expect(again).toMatchObject({ exitCode: 10, handover: { id: handover.id, on: '2026-11-30' } });
    expect(await onDisk(office)).toHaveLength(1);
    expect(await office.run([...begin, '--yes'])).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: The login beat.keller is being handed over to maja.neu already (${handover.id}).\n` +
        `Hint: Go on with it: connect users handover resume ${handover.id}. ` +
        `Or end it: connect users handover cancel ${handover.id}\n`,
    });
  });
});

describe('stops safely before the point of no return', () => {
  test('on another day', async () => {
    const { exitCode, handover } = await handedOver(office, [...begin, '--on', '2026-11-30', '--yes']);
    expect({ exitCode, state: handover.state }).toEqual({ exitCode: 10, state: 'waiting-for-day' });
    const resume = ['users', 'handover', 'resume', handover.id, '--yes'];
    // Half an hour before midnight in Switzerland.
    office.sandbox.clock.advance(9.6 * 86_400_000);
    await office.signIn('anna.muster', { profile: 'anna' });
    expect(await handedOver(office, resume, '')).toMatchObject({ exitCode: 10 });
    office.sandbox.clock.advance(3_600_000);
    expect(await handedOver(office, resume, '')).toMatchObject({ exitCode: 0, handover: { state: 'completed' } });
  });

  test('where the user name is typed wrong', async () => {
    const ended = await office.run(begin, {
      terminal: { stdin: true },
      answers: [
        ['Your own password', password],
        ['Type the user name', 'beat'],
      ],
    });
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain('Error: Not confirmed. Nothing was changed.');
    expect(doneAt(office, ...writes)).toEqual(['updateUser anna.muster luca.bianchi']);
  });

  test('where nobody could administrate any more by the time of the answer', async () => {
    await handedOver(office, [
      'users',
      'handover',
      'anna.muster',
      '--to',
      'luca.bianchi',
      '--on',
      '2026-12-24',
      '--yes',
    ]);
    const beat = await signedIn(office.sandbox, 'beat.keller');
    const { items } = (await beat.get('/clients/10001.00/users')).body as { items: { id: string; userName: string }[] };
    const change = async (userName: string, what: 'demote' | 'deactivate') => {
      const at = `/clients/10001.00/users/${items.find((one) => one.userName === userName)!.id}`;
      const match = (await beat.get(at)).etag;
      const demotion = { administrator: false, confirmPassword: password };
      return what === 'demote'
        ? beat.patch(at, demotion, { match })
        : beat.post(`${at}/deactivation`, undefined, { match });
    };
    const line = ['users', 'handover', 'anna.muster', '--to', 'luca.bianchi', '--on', today];
    const ended = await office.run(line, {
      terminal: { stdin: true },
      answers: [
        answeredLate('Type the user name', async () => {
          expect(await change('luca.bianchi', 'demote')).toMatchObject({ status: 200 });
          expect(await change('beat.keller', 'deactivate')).toMatchObject({ status: 200 });
          return 'anna.muster';
        }),
      ],
    });
    expect(ended.exitCode).toBe(10);
    expect(ended.stderr).toContain('Nothing was taken from anna.muster.');
    expect(doneAt(office, 'deactivateUser')).toEqual(['deactivateUser beat.keller beat.keller']);
    expect(await office.run('users list --fields userName --administrators -q')).toMatchObject({ exitCode: 0 });
  });

  test('where the folder for the evidence is not there: before anything is done', async () => {
    const ended = await office.run([...begin, '--yes', '--evidence', 'nowhere']);
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain(path.join(office.desk.home, 'nowhere'));
    expect([await onDisk(office), doneAt(office, ...writes)]).toEqual([[], []]);
  });

  test('with a wrong password: nothing was begun', async () => {
    const ended = await office.run([...begin, '--yes', '--password-stdin'], { stdin: 'wrong\n' });
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(doneAt(office, ...writes)).toEqual([]);
  });

  test.each([
    ['beat.keller --to nobody', 3, 'There is no user “nobody” at Muster Beispiel AG.'],
    ['nobody --to luca.bianchi', 3, 'There is no user “nobody” at Muster Beispiel AG.'],
    ['beat.keller --to beat.keller', 2, 'Beat Keller can’t be his own successor.'],
    ['beat.keller --to claire.favre', 5, 'Claire Favre is deactivated at Muster Beispiel AG and can’t take over.'],
    ['claire.favre --to luca.bianchi', 5, 'Claire Favre is deactivated at Muster Beispiel AG already'],
    ['beat.keller', 2, '--to'],
    ['resume ho_00000000', 3, 'This computer knows no handover ho_00000000.'],
    ['cancel ../../x', 3, 'This computer knows no handover ../../x.'],
  ])('users handover %s', async (line, exitCode, message) => {
    const ended = await office.run(`users handover ${line} --yes`);
    expect(ended).toMatchObject({ exitCode, stdout: '' });
    expect(ended.stderr).toContain(message);
    expect([await onDisk(office), doneAt(office, ...writes)]).toEqual([[], []]);
  });
});
