import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/translate.js';
import { withoutRequest } from '../support/changes.js';
import { Desk } from '../support/desk.js';
import type { Circumstances, Run } from '../support/desk.js';
import { reportWords } from '../support/failure-texts.js';
import { answered, lastRequestId } from '../support/logins.js';
import { whenAnswering } from '../support/moments.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';

const changed = 'quite another pass phrase';

let office: Office;
let portal: string;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  await office.signIn('anna.muster');
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

const will = () =>
  `Change the password of anna.muster at ${portal}. All other sessions of this login end; this one goes on.\n`;
const rules =
  'The new password needs at least 12 characters, must not contain the user name, and must not be one of the last five.\n';
const done = () =>
  piped([
    ['portal', portal],
    ['username', 'anna.muster'],
    ['changed', true],
    ['otherSessionsEnded', true],
  ]);
const unfit =
  'Error: The new password can’t be used.\n' +
  'Hint: It needs at least 12 characters, must not contain the user name, and must not be one of the last five.\n';

const byLines = (current: string, next: string, circumstances: Circumstances = {}): Promise<Run> =>
  office.run('password change --password-stdin --new-password-stdin', {
    stdin: `${current}\n${next}\n`,
    ...circumstances,
  });
const logIn = (given: string) => {
  const env = { CONNECT_PASSWORD: given };
  const stdin = `${office.sandbox.totp('anna.muster')}\n`;
  return office.run(`login ${portal} -u anna.muster --otp-stdin -q`, { env, stdin });
};
const sent = () => answered(office.sandbox, before).filter((one) => one.startsWith('POST'));

test('shows the rules, asks for the old password and twice for the new one, and says what ends', async () => {
  const ended = await office.run('password change', {
    terminal: { stdin: true },
    answers: [
      ['Present password of anna.muster', password],
      ['New password', changed],
      ['New password, once more', changed],
    ],
  });
  expect(ended).toEqual({ exitCode: 0, stdout: done(), stderr: will() + rules });
  expect(answered(office.sandbox, before)).toEqual(['GET /me 200', 'POST /me/password 204']);
  expect(await logIn(password)).toMatchObject({ exitCode: 4 });
  expect(await logIn(changed)).toMatchObject({ exitCode: 0 });
});

test('this session goes on and renews itself, every other one has ended', async () => {
  const elsewhere = await Desk.open(office.sandbox.clock);
  const login = ['login', portal, '-u', 'anna.muster', '--password-stdin', '--otp-stdin', '-q'];
  const stdin = `${password}\n${office.sandbox.totp('anna.muster')}\n`;
  expect(await elsewhere.run(login, { stdin })).toMatchObject({ exitCode: 0 });
  expect(await byLines(password, changed)).toMatchObject({ exitCode: 0 });

  expect(await office.run('users list -q')).toMatchObject({ exitCode: 0 });
  office.sandbox.clock.advance(11 * 60_000);
  expect(await office.run('users list -q')).toMatchObject({ exitCode: 0 });
  expect(withoutRequest(await elsewhere.run('users list -q'))).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: The portal has ended the session: by a logout, a new password, or because the user was deactivated.\n' +
      'Hint: connect login\n',
  });
  await elsewhere.close();
});

describe('takes the passwords', () => {
  test('from lines of stdin, the old one first', async () => {
    expect(await byLines(password, changed)).toEqual({ exitCode: 0, stdout: done(), stderr: will() });
  });

  test('from files', async () => {
    const [old, next] = ['old', 'new'].map((name) => path.join(office.desk.home, name)) as [string, string];
    await writeFile(old, `${password}\n`);
    await writeFile(next, `${changed}\n`);
    const line = `password change --password-file ${old} --new-password-file ${next}`;
    expect(await office.run(line)).toEqual({ exitCode: 0, stdout: done(), stderr: will() });
  });

  test('from variables', async () => {
    const file = path.join(office.desk.home, 'new');
    await writeFile(file, `${changed}\n`);
    const env = { CONNECT_PASSWORD: password, CONNECT_NEW_PASSWORD_FILE: file };
    expect(await office.run('password change', { env })).toEqual({ exitCode: 0, stdout: done(), stderr: will() });
  });

  test('from nowhere else: without any of it somebody has to be there', async () => {
    expect(await office.run('password change')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Hint: Give the answer beforehand: --password-stdin\n') as string,
    });
    expect(await office.run('password change', { env: { CONNECT_PASSWORD: password } })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Hint: Give the answer beforehand: --new-password-stdin\n') as string,
    });
    expect(sent()).toEqual([]);
  });
});

describe('changes nothing', () => {
  test('if the two new passwords differ', async () => {
    const ended = await office.run('password change', {
      terminal: { stdin: true },
      answers: [
        ['Present password', password],
        ['New password', changed],
        ['New password, once more', `${changed}!`],
      ],
    });
    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${will()}${rules}Error: The two passwords are not the same.\nHint: Nothing was changed. Try again.\n`,
    });
    expect(sent()).toEqual([]);
  });

  test.each([
    ['too short', 'eleven char'],
    ['with the user name in it', 'this-is-anna.muster!'],
    ['the present one', password],
  ])('if the new password is %s, which is not even sent', async (_how, next) => {
    expect(await byLines(password, next)).toEqual({ exitCode: 5, stdout: '', stderr: will() + unfit });
    expect(sent()).toEqual([]);
  });

  test('if the new password is one of the last five, which only the portal knows', async () => {
    await byLines(password, changed);
    expect(await byLines(changed, password)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `${will()}${unfit}Request: ${lastRequestId(office.sandbox)}\n`,
    });
  });

  test('if the old password is wrong, which counts', async () => {
    expect(await byLines('not the password', changed)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `${will()}Error: Your own password was wrong, so nothing was changed.\n4 attempts are left.\n` +
        `Hint: Try again. After five wrong answers you are locked for a while.\nRequest: ${lastRequestId(office.sandbox)}\n`,
    });
    expect(await logIn(password)).toMatchObject({ exitCode: 0 });
  });

  test('in a dry run, which asks for no password', async () => {
    const ended = await office.run('password change --dry-run -o json');
    expect({ ...ended, stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
      exitCode: 0,
      stdout: { dryRun: true, wouldDo: will().trimEnd(), request: { method: 'POST', path: '/me/password' } },
      stderr: will(),
    });
    expect(sent()).toEqual([]);
  });

  test('and asks for nothing if the session has ended', async () => {
    office.sandbox.clock.advance(12 * 3_600_000);
    const ended = await office.run('password change', { terminal: { stdin: true }, answers: [] });
    expect(withoutRequest(ended)).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: 'Error: The session has ended.\nHint: connect login\n',
    });
  });
});

describe('if the answer is lost', () => {
  test('finds out by looking', async () => {
    office.sandbox.faults('drop-after-commit=changePassword:1');
    expect(await byLines(password, changed)).toEqual({ exitCode: 0, stdout: done(), stderr: will() });
    expect(answered(office.sandbox, before)).toEqual(['GET /me 200', 'POST /me/password 204', 'GET /me 200']);
    expect(await logIn(changed)).toMatchObject({ exitCode: 0 });
  });

  const unknown = {
    de: [
      'Das neue Passwort wurde an PORTAL gesendet, aber die Antwort ging verloren. Es gilt nun entweder das neue oder noch das alte.',
      'connect login zeigt es: Versuchen Sie zuerst das neue Passwort. Ist es falsch, gilt das alte, und die Änderung kann wiederholt werden.',
    ],
    fr: [
      'Le nouveau mot de passe a été envoyé à PORTAL, mais la réponse s’est perdue. C’est soit le nouveau qui est valable, soit encore l’ancien.',
      'connect login le montre\u202f: essayez d’abord le nouveau mot de passe. S’il est faux, l’ancien est valable et le changement peut être refait.',
    ],
    it: [
      'La nuova password è stata inviata a PORTAL, ma la risposta è andata persa. Ora vale la nuova oppure ancora quella vecchia.',
      'connect login lo mostra: provi prima la nuova password. Se è errata, vale quella vecchia e il cambio si può ripetere.',
    ],
    en: [
      'The new password was sent to PORTAL, but the answer was lost. It may be the new one that holds now, or still the old one.',
      'connect login tells: try the new password first. If it is wrong, the old one holds, and the change can be made again.',
    ],
  } as const;

  test.each(languages)('claims nothing where looking tells nothing (%s)', async (lang) => {
    office.sandbox.faults('drop-before-commit=changePassword:1');
    const ended = await office.run(`password change --password-stdin --new-password-stdin -q --lang ${lang}`, {
      stdin: `${password}\n${changed}\n`,
    });
    const [message, hint] = unknown[lang].map((text) => text.replace('PORTAL', portal));
    const { error, hint: hintWord } = reportWords[lang];
    expect({ ...ended, stderr: ended.stderr.replace(/^.*[\da-f-]{36}\n$/m, '') }).toEqual({
      exitCode: 9,
      stdout: '',
      stderr: `${error} ${message!}\n${hintWord} ${hint!}\n`,
    });
    expect(await logIn(password)).toMatchObject({ exitCode: 0 });
  });

  test('claims nothing where it can’t look', async () => {
    office.sandbox.faults('drop-after-commit=changePassword:1');
    whenAnswering(office.sandbox, /me[/]password$/, () => office.sandbox.faults('drop-before-commit=getMe:*'));
    expect(await byLines(password, changed)).toMatchObject({ exitCode: 9, stdout: '' });
    office.sandbox.faults();
    expect(await logIn(changed)).toMatchObject({ exitCode: 0 });
  });
});
