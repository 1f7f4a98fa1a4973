import { afterEach, beforeEach, expect, test } from 'vitest';
import { withoutRequest } from '../support/changes.js';
import { answered, codeFromSms } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { qrLines } from '../support/qr-image.js';
import {
  answersOfRita,
  asRita,
  codeInLetter,
  codeInMail,
  codeInSms,
  remembered,
  rita,
  ritasPassword,
  said,
  seedOf,
  shownRegistration,
  tomorrow,
} from '../support/registrations.js';

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
});
afterEach(() => office.close());

const atTerminal = { terminal: { stdin: true, stderr: true } } as const;
const start = () => ['register', portal, ...asRita, '--access-code-stdin'];

test('leads from the letter to an administrator with an authenticator app, who can log in', async () => {
  const rita = answersOfRita(office);
  const ended = await office.run(`register ${portal}`, {
    ...atTerminal,
    answers: [
      rita.accessCode,
      ...rita.person,
      rita.activationCode,
      ...rita.password,
      ['Second factor', 'otp'],
      rita.codeOfApp,
    ],
  });
  const qr = qrLines(ended.stderr);
  expect(qr.length).toBeGreaterThanOrEqual(20);
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shownRegistration(portal),
    stderr:
      `${said.will(portal)}${said.mail}${said.rules}` +
      `Scan this code with the authenticator app:\n\n${qr.join('\n')}\n\n${said.next(portal)}`,
  });
  expect(ended.stderr).not.toContain(seedOf(office));
  expect(answered(office.sandbox).map((one) => one.replace(/reg_\w+/, 'ID'))).toEqual([
    'POST /registrations 201',
    'POST /registrations/ID/activation 200',
    'POST /registrations/ID/completion 200',
  ]);
  expect(await remembered(office)).toEqual([]);

  office.sandbox.clock.advance(30_000);
  const env = { CONNECT_PASSWORD: ritasPassword, CONNECT_TOTP_SECRET: seedOf(office) };
  expect(await office.run(`login ${portal} -u rita.wirth -q`, { env })).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await office.run('users show rita.wirth --fields administrator,email')).stdout).toBe(
    'administrator\ttrue\nemail\trita@gasthof-sonnenberg.example\n',
  );
});

test('leads there with a mobile number, too', async () => {
  const rita = answersOfRita(office);
  const ended = await office.run(`register ${portal}`, {
    ...atTerminal,
    answers: [
      rita.accessCode,
      ...rita.person,
      rita.activationCode,
      ...rita.password,
      ['Second factor', 'sms'],
      ['Mobile number', '+41 79 123 45 99'],
      rita.codeOfSms,
    ],
  });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shownRegistration(portal, { method: 'sms' }),
    stderr: `${said.will(portal)}${said.mail}${said.rules}${said.sms}${said.next(portal)}`,
  });
  const env = { CONNECT_PASSWORD: ritasPassword };
  const login = { terminal: { stdin: true }, env, answers: [codeFromSms(office)] };
  expect(await office.run(`login ${portal} -u rita.wirth -q`, login)).toMatchObject({ exitCode: 0 });
});

test('asks for the portal if nothing names one', async () => {
  const { accessCode } = answersOfRita(office);
  const ended = await office.run(['register', ...asRita, '--dry-run'], {
    ...atTerminal,
    answers: [['Address of the portal', portal], accessCode],
  });
  expect(ended).toMatchObject({ exitCode: 0, stderr: said.will(portal) });
});

test('works in three steps without a terminal, each ending with 10 while a code is on its way', async () => {
  expect(await office.run(start(), { stdin: `${codeInLetter(office)}\n` })).toEqual({
    exitCode: 10,
    stdout: shownRegistration(portal, { state: 'e-mail-sent', method: '', until: tomorrow }),
    stderr: `${said.will(portal)}${said.mail}${said.goesOn(portal)}`,
  });
  const second = 'register --activation-code-stdin --password-stdin --mobile +41791234599';
  expect(await office.run(second, { stdin: `${codeInMail(office)}\n${ritasPassword}\n` })).toEqual({
    exitCode: 10,
    stdout: shownRegistration(portal, { state: 'factor-pending', method: 'sms', until: tomorrow }),
    stderr: `${said.goOn}${said.mail}${said.sms}${said.goesOn(portal)}`,
  });
  expect(await office.run('register --otp-stdin', { stdin: `${codeInSms(office)}\n` })).toEqual({
    exitCode: 0,
    stdout: shownRegistration(portal, { method: 'sms' }),
    stderr: `${said.goOn}${said.next(portal)}`,
  });
  expect(await remembered(office)).toEqual([]);
});

test('takes the secret of the app as text where there is no screen', async () => {
  await office.run(start(), { stdin: `${codeInLetter(office)}\n` });
  const line = 'register --activation-code-stdin --method otp --show-secret';
  const env = { CONNECT_PASSWORD: ritasPassword };
  const ended = await office.run(line, { stdin: `${codeInMail(office)}\n`, env });
  const seed = seedOf(office);
  const uri = `otpauth://totp/connect%20ak095:rita.wirth?secret=${seed}&issuer=connect%20ak095&algorithm=SHA1&digits=6&period=30`;
  expect(ended).toEqual({
    exitCode: 10,
    stdout: shownRegistration(portal, { state: 'factor-pending', until: tomorrow }),
    stderr: `${said.goOn}${said.mail}Secret: ${seed}\n${uri}\n${said.goesOn(portal)}`,
  });
  expect(await office.run('register --otp-stdin -q', { stdin: `${office.sandbox.codeFor(seed)}\n` })).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
});

test('sends no password where nobody could know the code of the app', async () => {
  await office.run(start(), { stdin: `${codeInLetter(office)}\n` });
  const before = office.sandbox.exchanges.length;
  const line = 'register --activation-code-stdin --password-stdin --method otp';
  expect(await office.run(line, { stdin: `${codeInMail(office)}\n${ritasPassword}\n` })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      `${said.goOn}${said.mail}${said.goesOn(portal)}` +
      'Error: Something is needed that was not given: --show-secret\n' +
      'Hint: Put --help behind the command to see what it takes.\n',
  });
  expect(answered(office.sandbox, before)).toEqual([expect.stringMatching(/^GET \/registrations\/reg_\w+ 200$/)]);
});

test('takes the access code from a variable, and takes the e-mail address for user name where nobody is asked', async () => {
  const line = ['register', portal, ...asRita.slice(0, 6), '-o', 'json', '--language', 'it'];
  const ended = await office.run(line, { env: { CONNECT_ACCESS_CODE: codeInLetter(office) } });
  expect({ ...ended, stderr: '', stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
    exitCode: 10,
    stdout: {
      portal,
      username: rita.email,
      email: rita.email,
      client: { number: '20002.00', name: 'Gasthof Sonnenberg AG' },
      state: 'e-mail-sent',
      method: null,
      expiresAt: tomorrow,
    },
    stderr: '',
  });
  expect(office.sandbox.outbox({ kind: 'email' }).at(-1)?.text).toContain('Codice di attivazione');
});

test.each([
  ['in lower case', (code: string) => code.toLowerCase()],
  ['with spaces', (code: string) => code.replace(/(.{4})/g, '$1 ')],
  ['with dashes of any kind', (code: string) => `${code.slice(0, 4)}-${code.slice(4, 8)}–${code.slice(8)}`],
])('forgives an access code %s', async (_how, typed) => {
  const ended = await office.run([...start(), '-q'], { stdin: `${typed(codeInLetter(office))}\n` });
  expect(ended).toMatchObject({ exitCode: 10, stderr: '' });
});

test('forgives an activation code in lower case and without its dash', async () => {
  await office.run(start(), { stdin: `${codeInLetter(office)}\n` });
  const typed = codeInMail(office).toLowerCase().replace('-', ' ');
  const line = 'register --activation-code-stdin --password-stdin --mobile +41791234599 -q';
  expect(await office.run(line, { stdin: `${typed}\n${ritasPassword}\n` })).toMatchObject({ exitCode: 10, stderr: '' });
});

test('a dry run shows who would be registered, without the code, and sends nothing', async () => {
  const before = office.sandbox.dump();
  const code = codeInLetter(office);
  const ended = await office.run([...start(), '--dry-run', '-o', 'json'], { stdin: `${code}\n` });
  expect({ ...ended, stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
    exitCode: 0,
    stdout: {
      dryRun: true,
      wouldDo: said.will(portal).trimEnd(),
      request: { method: 'POST', path: '/registrations', body: { ...rita, language: 'en' } },
    },
    stderr: said.will(portal),
  });
  expect(office.sandbox.dump()).toEqual(before);
  expect(office.sandbox.exchanges).toEqual([]);
  expect(await remembered(office)).toEqual([]);
});

test('needs no store for secrets: it keeps none', async () => {
  const locked = () => Promise.reject(new Error('nobody has to open the keychain'));
  Object.assign(office.desk.keychain, { get: locked, set: locked, delete: locked });
  expect(await office.run(start(), { stdin: `${codeInLetter(office)}\n` })).toMatchObject({ exitCode: 10 });
  expect(await remembered(office)).toEqual([
    {
      version: 1,
      portal,
      begunAt: '2026-11-20T08:00:00.000Z',
      key: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      registrant: { ...rita, language: 'en' },
      registration: {
        id: expect.stringMatching(/^reg_\w+$/) as string,
        client: { number: '20002.00', name: 'Gasthof Sonnenberg AG' },
        expiresAt: tomorrow,
      },
      method: null,
    },
  ]);
});

test('says what is missing where nobody can be asked, and sends nothing', async () => {
  const nobody = 'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n';
  const code = { stdin: `${codeInLetter(office)}\n` };
  for (const [line, option, circumstances] of [
    [['register'], '[portal]', {}],
    [['register', portal], '--access-code-stdin', {}],
    [['register', portal, '--access-code-stdin'], '--email', code],
    [['register', portal, '--access-code-stdin', '--email', rita.email], '--first-name', code],
  ] as const) {
    expect(withoutRequest(await office.run(line, circumstances))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${nobody}Hint: Give the answer beforehand: ${option}\n`,
    });
  }
  expect(office.sandbox.exchanges).toEqual([]);
});
