import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsedCsv } from '../support/csv.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, withoutNumber } from '../support/printed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
  await office.signIn('sara.treuhand', { profile: 'sara' });
  await office.signIn('luca.bianchi', { profile: 'luca' });
});
afterAll(() => office.close());

const muster = '-p anna';
const counted = (clients: number, users: number, [errors, warnings, notes]: readonly number[]) =>
  `Audited. Clients: ${clients}, users: ${users}, errors: ${errors}, warnings: ${warnings}, notes: ${notes}.\n`;
const unknown = (client: string) => `${client}: no review is known on this computer.\n`;
const ofMuster = `${counted(1, 7, [0, 1, 2])}${unknown('Muster Beispiel AG (10001.00)')}`;

test('in a pipe: a line a finding, with the command that mends it', async () => {
  expect(await office.run(`users audit ${muster}`)).toEqual({
    exitCode: 11,
    stdout: piped([
      [
        ...['10001.00', 'warning', 'locked', 'dario.rossi', 'Dario Rossi is locked until 1 Jan 2099, 00:00.'],
        'connect users edit dario.rossi -c 10001.00 --locked-until none',
      ],
      [
        ...['10001.00', 'note', 'invited', 'eva.meier', 'Eva Meier was invited 2 days ago and has not logged in yet.'],
        'connect users show eva.meier -c 10001.00',
      ],
      [
        ...['10001.00', 'note', 'sms-only', 'noemi.sms', 'Noemi Sommer has SMS as the only second factor.'],
        'connect otp enrol',
      ],
    ]),
    stderr: ofMuster,
  });
});

test('for people: what it is, why it matters and who says so, what to do, and the command', async () => {
  const ended = await office.run(`users audit ${muster} --dormant 40d`, { terminal: true });
  expect(ended).toMatchObject({ exitCode: 11, stderr: ofMuster.replace('warnings: 1', 'warnings: 2') });
  expect(ended.stdout.split('\n').slice(0, 4)).toEqual([
    '10001.00 Muster Beispiel AG: warning dormant: Dario Rossi has not logged in for 40 days.',
    '  Whoever does not need the portal any more must be removed from it. (terms of use of the portal: whoever is no longer authorised must be removed)',
    '  Ask whether Dario Rossi still needs the login; if not, deactivate it.',
    '  $ connect users deactivate dario.rossi -c 10001.00',
  ]);
});

test('a client that is in order is told, and ends with 0', async () => {
  expect(await office.run('users audit -p sara -c 20001.00')).toEqual({
    exitCode: 0,
    stdout: piped([['20001.00', 'ok', 'in-order', null, '', '']]),
    stderr: `${counted(1, 2, [0, 0, 0])}${unknown('Schreinerei Birkenau GmbH (20001.00)')}`,
  });
  const { stdout } = await office.run('users audit -p sara -c 20001.00', { terminal: true });
  expect(stdout).toBe('20001.00 Schreinerei Birkenau GmbH: ok in-order: 2 users audited, nothing found.\n');
});

test('all clients of the login; one that can’t be read is named, and the run ends with 8', async () => {
  const fields = '--fields client,severity,code,user,command';
  expect(await office.run(`users audit -p sara ${fields}`)).toEqual({
    exitCode: 8,
    stdout: piped([
      ['20001.00', 'ok', 'in-order', null, ''],
      ['20002.00', 'warning', 'fragile', 'sara.treuhand', 'connect users new -c 20002.00 --administrator'],
      ['20002.00', 'warning', 'no-own-administrator', null, 'connect users new -c 20002.00 --administrator'],
      ['20002.00', 'warning', 'mandate-expired', 'sara.treuhand', 'connect mandates add -c 20002.00'],
    ]),
    stderr:
      '20003.00 Fleurs et Jardins Sàrl: This login has no right to do that.\n' +
      counted(2, 5, [0, 3, 0]) +
      unknown('Schreinerei Birkenau GmbH (20001.00)') +
      unknown('Gasthof Sonnenberg AG (20002.00)'),
  });
});

test('where nothing could be read, nothing was audited', async () => {
  expect(withoutNumber(await office.run('users audit -p luca'))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This login has no right to do that.\n' +
      'Hint: An administrator of the employer can grant it.\n' +
      'Request: NUMBER\n',
  });
});

test.each([
  ['de', 'Nur eine Person kann den Kunden verwalten: Sara Treuhand.', 'die Vollmacht ist am 08.11.2026 abgelaufen.'],
  ['fr', 'Une seule personne peut administrer le client\u202f: Sara Treuhand.', 'a expiré le 8 nov. 2026.'],
  ['it', 'Una sola persona può amministrare il cliente: Sara Treuhand.', 'la procura è scaduta l’8 nov 2026.'],
  ['en', 'Only one person can administrate the client: Sara Treuhand.', 'ran out on 8 Nov 2026.'],
])('says it in %s', async (language, fragile, expired) => {
  const line = `users audit -p sara -c 20002.00 --lang ${language} -q --fields message`;
  const { exitCode, stdout, stderr } = await office.run(line);
  const [first, , third = ''] = stdout.split('\n');
  expect({ exitCode, stderr, first }).toEqual({ exitCode: 11, stderr: '', first: fragile });
  expect(third.endsWith(expired)).toBe(true);
});

test('JSON has each client once, with its users and findings; --query picks from it', async () => {
  const query = '[].{client: client, who: administrators, codes: findings[].code, users: length(users)}';
  const ended = await office.run(['users', 'audit', '-p', 'sara', '-q', '-c', '20002.00', '--query', query]);
  expect({ ...ended, stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
    exitCode: 11,
    stdout: [
      {
        client: '20002.00',
        who: ['sara.treuhand'],
        codes: ['fragile', 'no-own-administrator', 'mandate-expired'],
        users: 3,
      },
    ],
    stderr: '',
  });
  const { stdout } = await office.run(`users audit ${muster} -q -o json`);
  expect(JSON.parse(stdout)).toMatchObject([{ client: '10001.00', verdict: 'safe', review: null, signedOff: null }]);
});

describe('--matrix', () => {
  test('--fields names what is in the matrix, and what is not is told before anything is signed off', async () => {
    const chosen = await office.run(`users audit ${muster} --matrix -q --fields userName,messages`);
    expect(chosen).toMatchObject({ exitCode: 11, stderr: '' });
    expect(chosen.stdout.split('\n').slice(0, 2)).toEqual(['userName,messages\r', 'anna.muster,true\r']);
    const refused = await office.run(`users audit ${muster} --matrix --sign-off --yes --fields severity`);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^Error: There is no field “severity”\. Known: client, userName, person, /);
    expect((await office.run('receipts list')).stdout).toBe('');
  });

  const themes =
    'employees,salary-declaration,family-allowances,income-compensation,insurance-certificates,work-interruption,settlements,other-business,messages,platforms';

  test('in a pipe is CSV with a header, since nobody knows its columns by heart', async () => {
    const { exitCode, stdout, stderr } = await office.run(`users audit ${muster} --matrix -q`);
    const [header = [], ...lines] = parsedCsv(stdout);
    expect({ exitCode, stderr }).toEqual({ exitCode: 11, stderr: '' });
    expect(header.join()).toBe(
      `client,userName,person,administrator,methods,lastLoginAt,${themes},status,kind,name,id`,
    );
    const rights = lines.map(
      (cells) =>
        `${cells[1]} ${cells
          .slice(6, 16)
          .map((cell) => (cell === 'true' ? 'x' : '-'))
          .join('')}`,
    );
    expect(rights).toEqual([
      'anna.muster xxxxxxxxxx',
      'beat.keller xxxxxxxxxx',
      'dario.rossi x---------',
      'eva.meier ------x-x-',
      'luca.bianchi -x--------',
      'noemi.sms x-------x-',
      // Deactivated: whatever is still granted, nothing of it can be used.
      'claire.favre ----------',
    ]);
    expect((await office.run(`users audit ${muster} --matrix -q -o csv`)).stdout).toBe(stdout);
  });

  test('on a terminal is a table', async () => {
    const env = { NO_COLOR: '1' };
    const { stdout } = await office.run(`users audit ${muster} --matrix -q`, { terminal: true, columns: 160, env });
    expect(
      stdout
        .split('\n')
        .slice(0, 6)
        .map((line) => line.replaceAll(/ {2,}/g, '  ')),
    ).toEqual([
      'client  user name  person  administrator  second factor  last login  empl.  salary  family  income  certif.  interr.  settl.  other  messg.  platf.',
      '10001.00  anna.muster  Anna Muster  yes  otp,sms  20 Nov 2026  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●',
      '10001.00  beat.keller  Beat Keller  yes  otp,sms  31 Oct 2026  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●',
      '10001.00  dario.rossi  Dario Rossi  no  otp,sms  11 Oct 2026  ●  –  –  –  –  –  –  –  –  –',
      '10001.00  eva.meier  Eva Meier  no  sms  –  –  –  –  –  –  ●  –  ●  –',
      '10001.00  luca.bianchi  Luca Bianchi  no  otp,sms  20 Nov 2026  –  ●  –  –  –  –  –  –  –  –',
    ]);
  });
});

test('notes end with 0, and with 11 where somebody is strict', async () => {
  const unlocked = await office.run(`users edit dario.rossi ${muster} --locked-until none --password-stdin -q`, {
    stdin: `${password}\n`,
  });
  expect(unlocked).toMatchObject({ exitCode: 0, stderr: '' });
  const line = `users audit ${muster} --fields code -q`;
  expect(await office.run(line)).toEqual({ exitCode: 0, stdout: 'invited\nsms-only\n', stderr: '' });
  expect(await office.run(`${line} --strict`)).toMatchObject({ exitCode: 11 });
  expect(await office.run('users audit -p sara -c 20001.00 -q --strict')).toMatchObject({ exitCode: 0 });
});

test.each([
  ['--dormant 0d', '“0d” does not fit the option --dormant.'],
  ['--review-due soon', '“soon” does not fit the option --review-due.'],
  ['--dry-run', 'so it has no dry run'],
])('%s is a misunderstanding', async (options, message) => {
  const ended = await office.run(`users audit ${muster} ${options}`);
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  expect(ended.stderr).toContain(message);
});

test('a comment without a sign-off would be lost, and is refused', async () => {
  expect(await office.run(`users audit ${muster} --comment fine`)).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining('--sign-off') as string,
  });
});
