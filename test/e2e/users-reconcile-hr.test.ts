import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessPlan } from '../../src/access/access-plan.js';
import { openPlanned } from '../support/planned.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterAll(() => office.close());

const domain = 'muster-beispiel.example';
const staff = ['anna.muster', 'beat.keller', 'luca.bianchi', 'dario.rossi', 'eva.meier', 'noemi.sms'];
const names: Readonly<Record<string, string>> = { 'noemi.sms': 'Noemi;Sommer' };
const nameOf = (user: string): string =>
  names[user] ??
  user
    .split('.')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(';');

/** Everybody of the client, each with what a test wants to say of him. */
const hr = (said: Readonly<Record<string, string>> = {}, without: readonly string[] = []): string =>
  [
    'E-Mail;Vorname;Name;Austritt;Status;Funktion',
    ...staff
      .filter((user) => !without.includes(user))
      .map((user) => `${user}@${domain};${nameOf(user)};${said[user] ?? ';;'}`),
  ].join('\r\n');

const noRoles =
  'Rights were not compared: --roles says what each function needs, and the list must have a column for the function.\n';
const fields = '--fields userName,severity,code,action,obstacle,line';
const inHome = (file: string): string => path.join(office.desk.home, file);

test('where everybody is on the list and works there, that is said, and the exit code is 0', async () => {
  expect(await office.run('users reconcile --hr - --never-used 400', { stdin: hr() })).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: `${noRoles}6 logins were compared, and all fit.\nNo findings.\n`,
  });
});

test('a leaver, somebody who leaves later, a name alone, somebody unknown: told one by one, and nothing is changed', async () => {
  const before = JSON.stringify(office.sandbox.dump());
  const list = hr({ 'beat.keller': '31.10.2026;;', 'noemi.sms': '31.12.2026;;' }, ['luca.bianchi', 'dario.rossi']);
  const stdin = `${list}\r\n;Lucà;BIANCHI;2026-11-01;;`;
  expect(await office.run(`users reconcile --hr - ${fields} --out plan.json`, { stdin })).toEqual({
    exitCode: 11,
    stdout: piped([
      ['beat.keller', 'error', 'leaver-active', 'deactivate', '', 3],
      ['dario.rossi', 'warning', 'unknown-login', '', '', ''],
      ['luca.bianchi', 'warning', 'leaver-uncertain', '', '', 6],
      ['noemi.sms', 'info', 'leaver-future', '', '', 5],
    ]),
    stderr: `${noRoles}One change is in the plan plan.json. Nothing has been changed yet.\nTo carry it out: connect users apply plan.json\n`,
  });
  expect(JSON.stringify(office.sandbox.dump())).toBe(before);
  const plan = JSON.parse(await readFile(inHome('plan.json'), 'utf8')) as AccessPlan;
  expect(plan).toMatchObject({
    version: 1,
    source: { kind: 'hr-list', file: '-', sha256: expect.stringMatching(/^[\da-f]{64}$/) as string },
    parts: [
      {
        portal: office.sandbox.portal(),
        actor: 'anna.muster',
        clients: [{ number: '10001.00', name: 'Muster Beispiel AG' }],
        steps: [{ action: 'deactivate', client: '10001.00', who: 'beat.keller' }],
      },
    ],
  });
  expect((await stat(inHome('plan.json'))).mode & 0o777).toBe(0o600);
});

test('the file of a plan is replaced with --force only', async () => {
  await writeFile(inHome('there.json'), 'mine');
  const stdin = hr({ 'beat.keller': '31.10.2026;;' });
  expect(await office.run('users reconcile --hr - --out there.json', { stdin })).toEqual({
    exitCode: 5,
    stdout: '',
    stderr: `Error: There is a file of that name already: ${inHome('there.json')}\nHint: Choose another name, or replace it with --force.\n`,
  });
  expect(await readFile(inHome('there.json'), 'utf8')).toBe('mine');
  expect(await office.run('users reconcile --hr - --out there.json --force -q', { stdin })).toMatchObject({
    exitCode: 11,
  });
  expect(JSON.parse(await readFile(inHome('there.json'), 'utf8'))).toMatchObject({ version: 1 });
});

test('on a terminal: who, why, what to do', async () => {
  const stdin = hr({ 'beat.keller': ';ausgetreten;' }, ['luca.bianchi']);
  const ended = await office.run('users reconcile --hr -', { stdin, terminal: { stdout: true } });
  expect(ended.stdout).toBe(`10001.00 Muster Beispiel AG: beat.keller (Beat Keller)  error leaver-active
    Has left (line 3) and can still log in.
    → The plan deactivates it.
10001.00 Muster Beispiel AG: luca.bianchi (Luca Bianchi)  warning unknown-login
    Nobody on the list has this address, user name or name.
    → Find out who that is. Into the plan: --deactivate unknown-login
`);
  expect(ended.stderr).toBe(`${noRoles}A plan could make one change: --out PLAN.json\n`);
});

test('your own login is not in the plan, and the way to end it is told', async () => {
  const stdin = hr({ 'anna.muster': '31.10.2026;;' });
  const ended = await office.run('users reconcile --hr - --fields userName,obstacle,advice --out own.json', { stdin });
  expect(ended).toEqual({
    exitCode: 11,
    stdout: piped([
      [
        ...['anna.muster', 'own-login'],
        'Not in the plan, since it is the login you act with. At the very end: connect users deactivate anna.muster --client 10001.00',
      ],
    ]),
    stderr: `${noRoles}There is nothing that a plan could change, so none was written.\n`,
  });
  await expect(stat(inHome('own.json'))).rejects.toThrow('ENOENT');
});

test('the last administrator is not in the plan, and how to hand over is told', async () => {
  await office.signIn('marc.dubois', { profile: 'marc' });
  const stdin = 'Benutzer;Name;Austritt\nmarc.dubois;Dubois;31.10.2026\nsophie.blanc;Blanc;\n';
  const ended = await office.run('users reconcile -p marc --hr - -q --fields userName,obstacle,advice', { stdin });
  expect(ended).toEqual({
    exitCode: 11,
    stdout: piped([
      [
        ...['marc.dubois', 'lock-out'],
        'Not in the plan, since nobody could administrate Boulangerie du Lac Sàrl afterwards. First: connect users handover marc.dubois --to SUCCESSOR --client 10002.00',
      ],
    ]),
    stderr: '',
  });
});

test('a list that would throw a crowd out makes no plan, unless so much is allowed', async () => {
  const stdin = hr({}, staff.slice(1));
  const line = 'users reconcile --hr - --deactivate unknown-login --fields userName,action';
  const ended = await office.run(`${line} --out crowd.json`, { stdin });
  expect(ended).toEqual({
    exitCode: 5,
    stdout: piped(
      staff
        .slice(1)
        .sort()
        .map((user) => [user, 'deactivate']),
    ),
    stderr: `10001.00 Muster Beispiel AG: 5 of 6 logins would be deactivated, which is more than usual: perhaps the list is incomplete. No plan was written.\n${noRoles}`,
  });
  await expect(stat(inHome('crowd.json'))).rejects.toThrow('ENOENT');
  expect(await office.run(`${line} --out crowd.json --allow-mass 80%`, { stdin })).toMatchObject({ exitCode: 5 });
  expect(await office.run(`${line} --out crowd.json --allow-mass 84% -q`, { stdin })).toMatchObject({ exitCode: 11 });
  await expect(stat(inHome('crowd.json'))).resolves.toBeDefined();
});

test('rights are compared with what the functions need', async () => {
  await writeFile(
    inHome('roles.yaml'),
    'roles:\n  Leitung: { administrator: true }\n  HR: { themes: [employees, messages] }\n',
  );
  const stdin = hr({
    'anna.muster': ';;Leitung',
    'beat.keller': ';;HR',
    'noemi.sms': ';;hr',
    'luca.bianchi': ';;Lohn',
  });
  const ended = await office.run(
    'users reconcile --hr - --roles roles.yaml --out rights.json --fields userName,code,action,message',
    {
      stdin,
    },
  );
  expect(ended).toEqual({
    exitCode: 11,
    stdout: piped([
      ['beat.keller', 'excess-rights', 'edit', 'Administrator, which the function HR does not need (line 3).'],
    ]),
    stderr:
      'Functions that roles.yaml does not name, whose rights were not compared: Lohn\nOne change is in the plan rights.json. Nothing has been changed yet.\nTo carry it out: connect users apply rights.json\n',
  });
  const { parts } = JSON.parse(await readFile(inHome('rights.json'), 'utf8')) as AccessPlan;
  expect(parts[0]?.steps).toMatchObject([
    { action: 'edit', who: 'beat.keller', wanted: { administrator: false, permissions: ['employees', 'messages'] } },
  ]);
});

test('unused logins are told, and go into the plan where that is wanted', async () => {
  const line = 'users reconcile --hr - -q --dormant 15d --never-used 1d --fields userName,code,action,message';
  const rows = (dormant: string) =>
    piped([
      ['beat.keller', 'dormant', dormant, 'The last login was 20 days ago.'],
      ['dario.rossi', 'dormant', dormant, 'The last login was 40 days ago.'],
      ['eva.meier', 'never-used', '', 'Invited 2 days ago, and never logged in.'],
    ]);
  expect(await office.run(line, { stdin: hr() })).toEqual({ exitCode: 11, stdout: rows(''), stderr: '' });
  const chosen = await office.run(`${line} --deactivate dormant`, { stdin: hr() });
  expect(chosen).toEqual({ exitCode: 11, stdout: rows('deactivate'), stderr: '' });
});

test('bad rows are named, each with its line, and nothing is compared', async () => {
  const stdin = `${hr({ 'beat.keller': 'morgen;;' })}\r\n;;;;;\r\n;;;01.01.2020;;`;
  const before = office.sandbox.exchanges.length;
  expect(await office.run('users reconcile --hr - -q', { stdin })).toEqual({
    exitCode: 7,
    stdout: '',
    stderr:
      '-:3  no day, or one that can be read in two ways: morgen (31.10.2026 or 2026-10-31)\n-:9  no e-mail address, no user name, no name\nError: - has 2 rows that can’t be used, so nothing was compared.\nHint: Mend the rows that are named above, and run the command again.\n',
  });
  expect(office.sandbox.exchanges.length).toBe(before);
});

test('an empty list is no list: nothing is compared, and that is no success', async () => {
  const ended = await office.run('users reconcile --hr -', { stdin: 'E-Mail;Austritt\r\n' });
  expect(ended).toEqual({
    exitCode: 7,
    stdout: '',
    stderr:
      'Error: - names nobody, so nothing was compared.\nHint: Export the list again. Below the headings there must be one row a person.\n',
  });
});

test.each([
  ['', '--hr FILE or --leaver ADDRESS'],
  ['--hr - --leaver a@b.example', '--leaver, --hr'],
  ['--leaver a@b.example --roles r.yaml --allow-mass 50', '--leaver, --roles, --allow-mass'],
  ['--leaver a@b.example --client 10001.00', '--leaver, --client'],
  ['--hr - --allow-mass 0', '--allow-mass'],
])('users reconcile %s is a misunderstanding', async (line, said) => {
  const ended = await office.run(`users reconcile ${line}`);
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  expect(ended.stderr).toContain(said);
});

test.each([
  ['de', 'Ausgetreten am 31.10.2026 (Zeile 3) und kann sich noch anmelden.', 'Der Plan deaktiviert das Login.'],
  ['fr', 'Sorti le 31 oct. 2026 (ligne 3), mais peut encore se connecter.', 'Le plan désactive ce login.'],
  ['it', 'È uscito il 31 ott 2026 (riga 3) e può ancora accedere.', 'Il piano disattiva questo login.'],
  ['en', 'Has left on 31 Oct 2026 (line 3) and can still log in.', 'The plan deactivates it.'],
])('in %s', async (language, message, advice) => {
  const line = `users reconcile --hr - -q --lang ${language} --fields message,advice`;
  const { stdout } = await office.run(line, { stdin: hr({ 'beat.keller': '31.10.2026;;' }) });
  expect(stdout).toBe(piped([[message, advice]]));
});

test('a fiduciary compares all clients; one that can’t be read is named', async () => {
  await office.signIn('sara.treuhand', { profile: 'sara' });
  const list = 'E-Mail;Name;Austritt\nreto.frei@schreinerei-birkenau.example;Frei;31.10.2026\n';
  const line = 'users reconcile -p sara --hr - --fields client,userName,code,action';
  const ended = await office.run(line, { stdin: list });
  expect(ended).toMatchObject({
    exitCode: 8,
    stdout: piped([
      ['20001.00', 'reto.frei', 'leaver-active', 'deactivate'],
      ['20002.00', 'kurt.inauen', 'unknown-login', ''],
    ]),
  });
  expect(ended.stderr).toContain('20003.00 Fleurs et Jardins Sàrl: This login has no right to do that.\n');
  const one = await office.run(`${line} --client 20002.00`, { stdin: list });
  expect(one).toMatchObject({ exitCode: 11, stdout: piped([['20002.00', 'kurt.inauen', 'unknown-login', '']]) });
});

test('one login of each of many clients is a crowd, too', async () => {
  const line =
    'users reconcile -p sara --hr - --deactivate unknown-login --fields client,userName -c 20001.00 -c 20002.00';
  const ended = await office.run(`${line} --out many.json`, { stdin: 'E-Mail;Austritt\nsomebody@else.example;\n' });
  expect(ended).toEqual({
    exitCode: 5,
    stdout: piped([
      ['20001.00', 'reto.frei'],
      ['20002.00', 'kurt.inauen'],
    ]),
    stderr: `${office.sandbox.portal()}: 2 of 2 logins would be deactivated, which is more than usual: perhaps the list is incomplete. No plan was written.\n${noRoles}`,
  });
  await expect(stat(inHome('many.json'))).rejects.toThrow('ENOENT');
});

test('the plan does what it says, when it is carried out', async () => {
  const stdin = hr({ 'beat.keller': '31.10.2026;;' });
  expect(await office.run('users reconcile --hr - --out made.json -q', { stdin })).toMatchObject({ exitCode: 11 });
  const outcomes = await openPlanned(office, inHome('made.json'), 'anna.muster');
  expect(outcomes.map(({ step, state, already }) => [step.who, state, already])).toEqual([
    ['beat.keller', 'done', false],
  ]);
  expect((await office.run('users list --status deactivated --fields userName')).stdout).toBe(
    'beat.keller\nclaire.favre\n',
  );
  // Once it is done there is nothing to find.
  expect(await office.run('users reconcile --hr - -q --never-used 400', { stdin })).toMatchObject({
    exitCode: 0,
    stdout: '',
  });
});
