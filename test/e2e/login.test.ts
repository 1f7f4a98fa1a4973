import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { totpSecretOf } from '../../sandbox/index.js';
import { ConnectError } from '../../src/errors.js';
import { answered, codeFromSms, lastRequestId, shownLogin } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
});
afterEach(() => office.close());

const config = () => readFile(path.join(office.desk.home, '.config/connect/config.toml'), 'utf8');

test('takes password and code from lines of stdin, keeps the session in the keychain, remembers the login', async () => {
  const code = office.sandbox.totp('anna.muster');
  const ended = await office.run(`login ${portal} -u anna.muster --password-stdin --otp-stdin`, {
    stdin: `${password}\n${code}\n`,
  });
  expect(ended).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(answered(office.sandbox)).toEqual(['POST /login/password 200', 'POST /login/code 200']);
  expect([...office.desk.keychain.entries.keys()]).toEqual([`${portal} anna.muster`]);
  expect(await config()).toBe(
    `profile = "ak095"\n\n[profiles.ak095]\nportal = "${portal}"\nusername = "anna.muster"\n`,
  );
});

test('asks for what was not given, in the order in which it is needed', async () => {
  const ended = await office.run('login', {
    terminal: { stdin: true, stderr: true },
    answers: [
      ['Address of the portal', portal],
      ['User name', 'anna.muster'],
      ['Password of anna.muster', password],
      ['Code of the authenticator app', office.sandbox.totp('anna.muster')],
    ],
  });
  expect(ended).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
});

test('needs no person where files and variables hold the secrets', async () => {
  const [passwordFile, seedFile] = ['password', 'seed'].map((name) => path.join(office.desk.home, name));
  await writeFile(passwordFile!, `${password}\n`);
  await writeFile(seedFile!, `${totpSecretOf('095', 'anna.muster').toLowerCase()}\r\n`);
  const fromFiles = { CONNECT_PASSWORD_FILE: passwordFile!, CONNECT_TOTP_SECRET_FILE: seedFile! };
  expect(await office.run(`login ${portal} -u anna.muster`, { env: fromFiles })).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal),
    stderr: '',
  });

  office.sandbox.clock.advance(30_000);
  const fromVariables = {
    CONNECT_PORTAL: portal,
    CONNECT_USERNAME: 'anna.muster',
    CONNECT_PASSWORD: password,
    CONNECT_TOTP_SECRET: totpSecretOf('095', 'anna.muster'),
  };
  expect(await office.run('login --no-input', { env: fromVariables, terminal: true })).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
  office.sandbox.clock.advance(30_000);
  const option = await office.run(['login', '--password-file', passwordFile!], {
    env: { CONNECT_PASSWORD: 'not this one', CONNECT_TOTP_SECRET_FILE: seedFile! },
  });
  expect(option).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { until: '2026-11-20T20:01:00.000Z' }),
    stderr: '',
  });
});

test('sends an SMS to who has no authenticator app, and to who wants one', async () => {
  const asked = { terminal: { stdin: true }, env: { CONNECT_PASSWORD: password } };
  const ended = await office.run(`login ${portal} -u noemi.sms`, { ...asked, answers: [codeFromSms(office)] });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { userName: 'noemi.sms', method: 'sms' }),
    stderr: `A code was sent by SMS to +41 79 *** ** ${office.sandbox.outbox({ kind: 'sms' })[0]!.to.slice(-2)}.\n`,
  });
  const anna = await office.run(`login ${portal} -u anna.muster --method sms -p anna -q`, {
    ...asked,
    answers: [codeFromSms(office)],
  });
  expect(anna).toEqual({ exitCode: 0, stdout: shownLogin(portal, { profile: 'anna', method: 'sms' }), stderr: '' });
});

test('does not fall back to an SMS for who wants the app and has none', async () => {
  const ended = await office.run(`login ${portal} -u noemi.sms --method otp --password-stdin --otp-stdin`, {
    stdin: `${password}\n123456\n`,
  });
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: 'Error: This user can’t log in with “otp”. Possible: sms\nHint: connect login --method …\n',
  });
  expect(office.sandbox.outbox({ kind: 'sms' })).toEqual([]);
});

test('keeps the default login when somebody else logs in at the same portal, and says so', async () => {
  await office.signIn('anna.muster');
  const ended = await office.run(`login ${portal} -u luca.bianchi --password-stdin --otp-stdin`, {
    stdin: `${password}\n${office.sandbox.totp('luca.bianchi')}\n`,
  });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { profile: 'ak095-luca.bianchi', userName: 'luca.bianchi' }),
    stderr: 'Saved as profile ak095-luca.bianchi. Commands without -p still use ak095.\n',
  });
  expect((await office.run('status --fields username')).stdout).toBe('username\tanna.muster\n');
  expect((await office.run('status --fields username -p ak095-luca.bianchi')).stdout).toBe('username\tluca.bianchi\n');
});

test.each([
  [
    'deactivated',
    'claire.favre',
    'The user is deactivated.',
    'An administrator of the employer can reactivate the user.',
  ],
  [
    'locked',
    'dario.rossi',
    'The user is locked until 1 Jan 2099, 00:00, after too many wrong answers.',
    'Wait until then. An administrator sees it in connect users list.',
  ],
  [
    'not activated yet',
    'eva.meier',
    'The user name or the password is wrong.\n4 attempts are left.',
    'After five wrong answers the user is locked for a while.',
  ],
  [
    'unknown',
    'nobody.knows',
    'The user name or the password is wrong.\n4 attempts are left.',
    'After five wrong answers the user is locked for a while.',
  ],
])('refuses a user who is %s, and keeps nothing', async (_state, userName, message, hint) => {
  const ended = await office.run(`login ${portal} -u ${userName} --password-stdin --otp-stdin`, {
    stdin: `${password}\n123456\n`,
  });
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: `Error: ${message}\nHint: ${hint}\nRequest: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(office.desk.keychain.entries.size).toBe(0);
  await expect(config()).rejects.toThrow('ENOENT');
});

test('does not send what can’t be a code', async () => {
  for (const code of ['12345', '123 456 789', 'my code']) {
    const ended = await office.run(`login ${portal} -u anna.muster --password-stdin --otp-stdin`, {
      stdin: `${password}\n${code}\n`,
    });
    expect(ended, code).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'Error: The code is wrong.\n' +
        'Hint: Try again with a new code. If the app’s codes are always wrong, the clock of the phone or of this ' +
        'computer is. After five wrong answers the user is locked for a while.\n',
    });
  }
  expect(answered(office.sandbox)).not.toContain('POST /login/code 422');
});

test('asks for no password and sends nothing where the keychain could not keep the session', async () => {
  office.desk.keychain.set = () => Promise.reject(new ConnectError('store-locked'));
  const ended = await office.run(`login ${portal} -u anna.muster`, { terminal: { stdin: true } });
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: 'Error: The keychain is locked.\nHint: Unlock it and try again. Nothing was saved.\n',
  });
  expect(office.sandbox.exchanges).toEqual([]);
});

test('sends a password neither unencrypted nor to what is not a portal', async () => {
  const given = { stdin: `${password}\n123456\n` };
  expect(await office.run('login http://portal.example/ak095 -u anna.muster --password-stdin', given)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: http://portal.example/ak095 is not encrypted. Credentials travel over https only.\n' +
      'Hint: Begin the address with https://\n',
  });
  expect(await office.run('login https://portal.example -u anna.muster --password-stdin', given)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: “https://portal.example” is not the address of a fund’s portal.\n' +
      'Hint: It looks like https://www.akisnet.ch/ak095, with the number of the fund.\n',
  });
});

test('can’t be tried out with --dry-run', async () => {
  expect(await office.run(`login ${portal} -u anna.muster --dry-run`, { env: { CONNECT_PASSWORD: password } })).toEqual(
    {
      exitCode: 2,
      stdout: '',
      stderr: 'Error: “login” changes nothing at the portal, so it has no dry run.\nHint: Leave --dry-run out.\n',
    },
  );
  expect(office.sandbox.exchanges).toEqual([]);
});
