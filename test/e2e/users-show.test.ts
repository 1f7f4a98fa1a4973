import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed, withoutNumber } from '../support/printed.js';

interface Shown {
  readonly id: string;
  readonly mobileNumber: string;
  readonly lastLoginAt: string;
  readonly createdAt: string;
}

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  await office.signIn('luca.bianchi', { profile: 'luca' });
});
afterAll(() => office.close());

const unknown = (name: string, similar: string) => ({
  exitCode: 3,
  stdout: '',
  stderr:
    `Error: There is no user “${name}” at Muster Beispiel AG. Similar: ${similar}\n` +
    'Hint: connect users list shows them.\n',
});

test('shows everything about a user, a line each', async () => {
  const { id, mobileNumber, lastLoginAt, createdAt } = await printed<Shown>(office, 'users show claire.favre');
  expect(await office.run('users show claire.favre')).toEqual({
    exitCode: 0,
    stdout: piped([
      ['userName', 'claire.favre'],
      ['firstName', 'Claire'],
      ['lastName', 'Favre'],
      ['email', 'claire.favre@muster-beispiel.example'],
      ['status', 'deactivated'],
      ['administrator', false],
      ['methods', 'otp,sms'],
      ['lastLoginAt', lastLoginAt],
      ['permissions', 'employees,messages'],
      ['kind', 'employee'],
      ['language', 'fr'],
      ['mobileNumber', mobileNumber],
      ['deactivated', true],
      ['lockedUntil', null],
      ['createdAt', createdAt],
      ['id', id],
      ['accessVerdict', 'safe'],
      ['otherAdministrators', 'anna.muster,beat.keller'],
      ['accessHindrance', null],
      ['accessWarnings', null],
    ]),
    stderr: '',
  });
});

test('says on a terminal in words what the portal says in codes and numbers', async () => {
  const env = { NO_COLOR: '1' };
  const { id, mobileNumber } = await printed<Shown>(office, 'users show dario.rossi');
  const ended = await office.run('users show dario.rossi --lang de', { terminal: true, env });
  const fields = new Map(ended.stdout.split('\n').map((line) => line.split(/ {2,}/) as [string, string]));
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(Object.fromEntries(fields)).toMatchObject({
    Benutzername: 'dario.rossi',
    Status: 'gesperrt',
    Administrator: 'nein',
    Berechtigungen: 'Mitarbeitende',
    'gesperrt bis': '01.01.2099, 00:00',
    Handynummer: mobileNumber,
    ID: id,
    'Zugang des Kunden': 'sicher: zwei oder mehr Personen können verwalten',
    'andere Administratoren': 'anna.muster, beat.keller',
  });
});

test.each(['eva.meier', 'EVA.MEIER', 'eva.meier@muster-beispiel.example', 'Eva.Meier@Muster-Beispiel.example'])(
  'finds a user by name or e-mail address, whatever the case: %s',
  async (name) => {
    expect(await office.run(`users show ${name} --fields userName,status`)).toEqual({
      exitCode: 0,
      stdout: 'userName\teva.meier\nstatus\tinvited\n',
      stderr: '',
    });
  },
);

test('finds a user by id, and looks at the administrators besides', async () => {
  const { id } = await printed<Shown>(office, 'users show eva.meier');
  const before = office.sandbox.exchanges.length;
  expect(await office.run(`users show ${id} --fields userName`)).toMatchObject({ stdout: 'userName\teva.meier\n' });
  expect(answered(office.sandbox, before)).toEqual([
    'GET /clients 200',
    `GET /clients/10001.00/users/${id} 200`,
    // What the fund asks of those who manage users.
    'GET /portal 200',
    'GET /clients/10001.00/users 200',
  ]);
});

test.each([
  ['luca', 'luca.bianchi'],
  ['muster-beispiel', 'anna.muster, beat.keller, claire.favre, dario.rossi, eva.meier'],
  ['nobody', '-'],
])('does not guess whom %s means, but names those who are similar', async (name, similar) => {
  expect(await office.run(`users show ${name}`)).toEqual(unknown(name, similar));
});

test('an id that is unknown, and one of another client’s user, are the same to the portal', async () => {
  await office.signIn('marc.dubois', { profile: 'marc' });
  const { id } = await printed<Shown>(office, 'users show marc.dubois -p marc');
  for (const one of [id, 'usr_aaaaaaaaaaaa']) {
    expect(withoutNumber(await office.run(`users show ${one}`))).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'Error: The portal does not know this, or not for this client.\n' +
        'Hint: The list command shows what there is.\n' +
        'Request: NUMBER\n',
    });
  }
});

test('everybody may look at himself, and only administrators at others', async () => {
  expect(await office.run('users show luca.bianchi -p luca --fields userName,permissions')).toEqual({
    exitCode: 0,
    stdout: 'userName\tluca.bianchi\npermissions\tsalary-declaration\n',
    stderr: '',
  });
  const { id } = await printed<Shown>(office, 'users show anna.muster');
  for (const other of ['anna.muster', id]) {
    expect(withoutNumber(await office.run(`users show ${other} -p luca`))).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: This login has no right to do that.\n' +
        'Hint: An administrator of the employer can grant it.\n' +
        'Request: NUMBER\n',
    });
  }
});

test('says who else can administrate the client, to those who may know', async () => {
  const shown = '--fields accessVerdict,otherAdministrators';
  const of = async (line: string) => (await office.run(`users show ${line} ${shown}`)).stdout;
  expect(await of('anna.muster')).toBe('accessVerdict\tsafe\notherAdministrators\tbeat.keller\n');
  await office.run('users deactivate beat.keller --yes -q');
  expect(await of('anna.muster')).toBe('accessVerdict\tfragile\notherAdministrators\t\n');
  expect(await of('beat.keller')).toBe('accessVerdict\tfragile\notherAdministrators\tanna.muster\n');
  expect(await of('luca.bianchi -p luca')).toBe('accessVerdict\t\notherAdministrators\t\n');
  expect(await printed(office, `users show luca.bianchi -p luca ${shown}`)).toEqual({
    accessVerdict: null,
    otherAdministrators: null,
  });
});
