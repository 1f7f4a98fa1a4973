import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { answered, codeFromSms } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, withoutNumber } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const lea = 'users new --email lea@muster.example --first-name Lea --last-name Neu --language fr --mobile +41791234512';
const stdin = `${password}\n`;
const what = 'Create the user Lea Neu (lea@muster.example) with: messages';
const refused = (message: string, hint: string, announcedAs = what) => ({
  exitCode: 5,
  stdout: '',
  stderr: `${announced(office, announcedAs)}Error: ${message}\nHint: ${hint}\nRequest: NUMBER\n`,
});
const people = () => office.sandbox.dump()['accounts']!.length;

test('a wrong password of one’s own: nothing is created, and nothing stands in the way of the next try', async () => {
  const before = people();
  expect(withoutNumber(await office.run(`${lea} --theme messages --password-stdin`, { stdin: 'wrong\n' }))).toEqual(
    refused(
      'Your own password was wrong, so nothing was changed.\n4 attempts are left.',
      'Try again. After five wrong answers you are locked for a while.',
    ),
  );
  expect(people()).toBe(before);
  expect(office.sandbox.outbox({ kind: 'email' }).map(({ to }) => to)).not.toContain('lea@muster.example');
  expect(await intents(office)).toEqual([]);
  expect(await office.run(`${lea} --theme messages --password-stdin --fields status`, { stdin })).toEqual({
    exitCode: 0,
    stdout: 'status\tinvited\n',
    stderr: announced(office, what),
  });
});

test('the fifth wrong password locks, and that is what the user is told', async () => {
  const ends = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    ends.push(await office.run(`${lea} --theme messages --password-stdin -q`, { stdin: `wrong ${attempt}\n` }));
  }
  expect(ends.map(({ exitCode }) => exitCode)).toEqual([5, 5, 5, 5, 4, 4]);
  expect(ends.at(-1)?.stderr).toContain('Error: The user is locked until 20 Nov 2026, 09:15');
});

test.each([
  ['the same address', 'beat.keller@muster-beispiel.example'],
  ['in other letters', 'Beat.Keller@Muster-Beispiel.Example'],
  ['somebody of another client', 'marc.dubois@boulangerie-du-lac.example'],
])('an address that has a login at the fund already: %s', async (_which, email) => {
  const before = people();
  const line = `${lea.replace('lea@muster.example', email)} --theme messages --password-stdin`;
  expect(withoutNumber(await office.run(line, { stdin }))).toEqual(
    refused(
      'There is a login with this e-mail address at this fund already.',
      'connect users list --search ADDRESS shows whose it is.',
      `Create the user Lea Neu (${email}) with: messages`,
    ),
  );
  expect(people()).toBe(before);
  expect(await intents(office)).toEqual([]);
});

test('a user name that is taken', async () => {
  const line = `${lea} --theme messages --user-name luca.bianchi --password-stdin`;
  expect(withoutNumber(await office.run(line, { stdin }))).toEqual(
    refused('This user name is taken.', 'Choose another one with --user-name.'),
  );
});

test('a session by SMS is too weak to create users, and the hint says how to get a stronger one', async () => {
  const login = ['login', office.sandbox.portal(), '-u', 'anna.muster', '--method', 'sms', '-p', 'sms', '-q'];
  const circumstances = { terminal: { stdin: true }, answers: [['Password', password], codeFromSms(office)] } as const;
  expect(await office.run(login, circumstances)).toMatchObject({ exitCode: 0 });
  expect(withoutNumber(await office.run(`${lea} --theme messages --password-stdin -p sms`, { stdin }))).toEqual(
    refused(
      'This needs a stronger login: “otp”, and this session is “sms”.',
      'connect login -p sms --method otp, or a stronger one: sms < otp (authenticator app; connect otp enrol sets it up) ' +
        '< certificate (client certificate).',
    ),
  );
  expect(await intents(office)).toEqual([]);
});

test('who is no administrator may create nobody', async () => {
  await office.signIn('luca.bianchi', { profile: 'luca' });
  expect(withoutNumber(await office.run(`${lea} --theme messages --password-stdin -p luca`, { stdin }))).toEqual(
    refused('This login has no right to do that.', 'An administrator of the employer can grant it.'),
  );
});

test('a theme that the fund does not offer the client', async () => {
  await office.signIn('marc.dubois', { profile: 'marc' });
  const line = `${lea} --theme platforms --password-stdin -p marc`;
  const ended = withoutNumber(await office.run(line, { stdin }));
  expect(ended).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      announced(
        office,
        'Create the user Lea Neu (lea@muster.example) with: further platforms',
        'Boulangerie du Lac Sàrl (10002.00), fund 095',
      ) +
      'Error: The portal refuses what was given: /permissions/0 is not offered to this client\n' +
      'Request: NUMBER\n',
  });
});

test.each([
  ['--administrator --theme messages', 'These don’t go together: --administrator, --theme', 'Leave one of them out.'],
  ['', 'There is nobody to ask: stdin is not a terminal, or --no-input was given.', '--administrator, --theme'],
])('“%s” decides nothing, so nothing is sent', async (options, message, hint) => {
  const before = office.sandbox.exchanges.length;
  const ended = await office.run(`${lea} ${options} --password-stdin`, { stdin });
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  expect(ended.stderr).toContain(`Error: ${message}\n`);
  expect(ended.stderr).toContain(hint);
  expect(answered(office.sandbox, before)).toEqual(['GET /clients 200']);
});

test.each([
  ['--email lea', '--email', 'lea', 'name@example.ch'],
  ['--mobile 0791234512', '--mobile', '0791234512', '+41791234512'],
  ['--language rm', '--language', 'rm', 'de, fr, it, en'],
  ['--kind robot', '--kind', 'robot', 'employee, fiduciary'],
])('%s is refused before anything goes over the wire', async (options, option, value, expected) => {
  const before = office.sandbox.exchanges.length;
  const ended = await office.run(`users new ${options}`);
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  expect(ended.stderr).toContain(`Error: “${value}” does not fit the option ${option}. Expected: ${expected}`);
  expect(office.sandbox.exchanges.length).toBe(before);
});

test('the password comes from stdin, a file or the environment; without any it is asked for, and never guessed', async () => {
  const file = path.join(office.desk.home, 'password');
  await writeFile(file, `${password}\nsecond line\n`);
  expect(await office.run(`${lea} --theme messages`)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      announced(office, what) +
      'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
      'Hint: Give the answer beforehand: --password-stdin\n',
  });
  const other = (number: number) => lea.replace('lea@', `lea${number}@`);
  expect(await office.run(`${other(1)} --theme messages --password-file ${file} -q`)).toMatchObject({ exitCode: 0 });
  const env = { CONNECT_PASSWORD_FILE: file };
  expect(await office.run(`${other(2)} --theme messages -q`, { env })).toMatchObject({ exitCode: 0 });
});
