import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OtpEnrolment } from '../../contract/portal.gen.js';
import { totpSecretOf } from '../../sandbox/index.js';
import { codesSent } from '../support/codes.js';
import { answeredLate } from '../support/late-answers.js';
import { answered, lastRequestId, shownLogin } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
let portal: string;
let account: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  account = `${portal} anna.muster otp`;
  await office.signIn('anna.muster');
  office.sandbox.clock.advance(60_000);
});
afterEach(() => office.close());

const stored = () => office.desk.keychain.entries.get(account);
const env = { CONNECT_PASSWORD: password };
const store = (more = '') => office.run(`otp enrol --store-seed --yes${more}`, { env });

/** What the portal has just handed out. */
function enrolment(): OtpEnrolment {
  const started = office.sandbox.exchanges.filter(({ url }) => url.endsWith('/me/otp')).at(-1);
  return JSON.parse(String(started?.responseBody)) as OtpEnrolment;
}

const warning =
  'Warning: with --store-seed both factors are on one machine. Whoever gets into this account of this computer and ' +
  'knows the password can log in as anna.muster, without any phone.\n';
const replacing = 'Enrol another authenticator app for anna.muster. The codes of the present one will stop working.\n';
const enrolled = 'username\tanna.muster\nmethods\totp,sms\nseedStored\ttrue\n';
const computed = 'The code is computed from the secret that this computer keeps.\n';
const later = (seconds: number) => new Date(Date.parse('2026-11-20T20:00:00Z') + seconds * 1000).toISOString();

test('with --store-seed this computer is the app: it warns, confirms by itself, and login needs no phone', async () => {
  expect(await store()).toEqual({ exitCode: 0, stdout: enrolled, stderr: warning + replacing });
  expect(stored()).toBe(enrolment().otpauthUri);
  office.sandbox.clock.advance(30_000);
  expect(await office.run('login', { env })).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { until: later(90) }),
    stderr: computed,
  });
});

test('the first code counts as used: a login in the same time step waits', async () => {
  await store();
  expect(await office.run('login', { env })).toMatchObject({
    exitCode: 0,
    stderr: `${computed}The current code has been used. Waiting for the next one: 30 s.\n`,
  });
  expect(codesSent(office.sandbox).map(({ status }) => status)).toEqual([200, 200]);
});

test('where somebody sits, the phone’s code is asked for, and counts as used as well', async () => {
  const ended = await office.run('otp enrol --store-seed', {
    terminal: { stdin: true, stderr: true },
    answers: [
      ['Replace the authenticator app of anna.muster?', true],
      ['Password of anna.muster', password],
      answeredLate('Code that the app shows (empty: this computer computes it)', () =>
        office.sandbox.codeFor(enrolment().secret),
      ),
    ],
  });
  expect(ended).toMatchObject({ exitCode: 0, stdout: enrolled });
  expect(ended.stderr).toContain('Scan this code');
  await office.run('login', { env });
  expect(office.sandbox.clock.slept).toEqual([30_000]);
});

test('or this computer’s, if nothing is typed', async () => {
  const ended = await office.run('otp enrol --store-seed', {
    terminal: { stdin: true, stderr: true },
    answers: [
      ['Replace the authenticator app', true],
      ['Password of anna.muster', password],
      ['Code that the app shows (empty', ' '],
    ],
  });
  expect(ended).toMatchObject({ exitCode: 0, stdout: enrolled });
});

test('a seed in the environment comes before the one that is kept, and a code from stdin before both', async () => {
  await store();
  office.sandbox.clock.advance(30_000);
  const other = { ...env, CONNECT_TOTP_SECRET: totpSecretOf('095', 'luca.bianchi') };
  expect(await office.run('login', { env: other })).toMatchObject({
    exitCode: 4,
    stderr: expect.stringMatching(/^Error: The code is wrong\./) as string,
  });
  const typed = office.sandbox.codeFor(enrolment().secret);
  expect(await office.run('login --otp-stdin', { env: other, stdin: `${typed}\n` })).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
});

test('--method sms leaves the seed alone', async () => {
  await store();
  const ended = await office.run('login --method sms --otp-stdin', { env, stdin: '000000\n' });
  expect(ended.stderr).not.toContain(computed);
});

test('a new app that is enrolled without --store-seed makes this computer forget the old seed', async () => {
  await store();
  const ended = await office.run('otp enrol --show-secret --yes', {
    env,
    terminal: { stdin: true },
    answers: [answeredLate('Code that the app shows', () => office.sandbox.codeFor(enrolment().secret))],
  });
  expect(ended).toMatchObject({
    exitCode: 0,
    stdout: 'username\tanna.muster\nmethods\totp,sms\nseedStored\tfalse\n',
    stderr: expect.stringContaining(
      'The secret that this computer kept was that of the app before. It is forgotten now.\n',
    ) as string,
  });
  expect(stored()).toBeUndefined();
});

test('a wrong first code leaves the seed that was kept before', async () => {
  await store();
  const before = stored();
  const ended = await office.run('otp enrol --store-seed --yes --otp-stdin', { env, stdin: '000000\n' });
  expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
  expect(stored()).toBe(before);
  office.sandbox.clock.advance(30_000);
  expect(await office.run('login', { env })).toMatchObject({ exitCode: 0 });
});

test('a first code whose answer is lost is sent again, and the enrolment found to be done', async () => {
  office.sandbox.faults('drop-after-commit=confirmOtpEnrolment:1');
  const before = office.sandbox.exchanges.length;
  expect(await store()).toMatchObject({ exitCode: 0, stdout: enrolled });
  const { id } = enrolment();
  const confirmation = `POST /me/otp/${id}/confirmation`;
  expect(answered(office.sandbox, before)).toEqual([
    ...['GET /me 200', 'POST /me/otp 201', `${confirmation} 200`, `${confirmation} 404`, 'GET /me 200'],
  ]);
  office.sandbox.clock.advance(30_000);
  expect(await office.run('login', { env })).toMatchObject({ exitCode: 0 });
});

test('if nobody ever finds out, the new seed is kept: the portal may have taken it', async () => {
  office.sandbox.faults('drop-after-commit=confirmOtpEnrolment:*');
  expect(await store()).toMatchObject({ exitCode: 9, stdout: '' });
  expect(stored()).toBe(enrolment().otpauthUri);
});

test('a seed that was replaced elsewhere is refused once, with what to do', async () => {
  await store();
  // As if the app had been replaced on another computer.
  office.desk.keychain.entries.set(account, totpSecretOf('095', 'luca.bianchi'));
  const before = office.sandbox.exchanges.length;
  expect(await office.run('login', { env })).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      `${computed}Error: The portal refuses the code, which was computed from the secret that this computer keeps. ` +
      'The app was probably replaced or removed since.\n4 attempts are left.\n' +
      'Hint: Log in with the code of the present app: --otp-stdin, or connect otp forget first. Then connect otp enrol ' +
      `--store-seed keeps a new secret.\nRequest: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(answered(office.sandbox, before)).toEqual(['POST /login/password 200', 'POST /login/code 401']);
});

test('otp forget forgets the seed and leaves the app; login asks again', async () => {
  await store();
  const before = office.sandbox.exchanges.length;
  const forget = () => office.run('otp forget');
  expect(await forget()).toEqual({ exitCode: 0, stdout: 'username\tanna.muster\nseedForgotten\ttrue\n', stderr: '' });
  expect(stored()).toBeUndefined();
  expect(await forget()).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      'Error: This computer keeps no secret of an authenticator app for anna.muster.\n' +
      'Hint: connect otp enrol --store-seed keeps it; or let CONNECT_TOTP_SECRET_FILE name a file that holds it.\n',
  });
  expect(answered(office.sandbox, before)).toEqual([]);
  expect(await office.run('login', { env })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Give the answer beforehand: --otp-stdin') as string,
  });
});

test('logout leaves the seed: it is no part of the session', async () => {
  await store();
  await office.run('logout');
  expect(stored()).toBe(enrolment().otpauthUri);
  office.sandbox.clock.advance(30_000);
  expect(await office.run('login', { env })).toMatchObject({ exitCode: 0 });
});

test('the encrypted file keeps it as well', async () => {
  Object.assign(office.desk.env, { CONNECT_CREDENTIAL_STORE: 'file', CONNECT_STORE_PASSPHRASE: 'a passphrase' });
  await office.signIn('anna.muster');
  expect(await store()).toMatchObject({ exitCode: 0, stdout: enrolled });
  office.sandbox.clock.advance(60_000);
  expect(await office.run('login', { env })).toMatchObject({ exitCode: 0, stderr: computed });
  expect(office.desk.keychain.entries.has(account)).toBe(false);
});

test('a warning is no part of a dry run’s result, and nothing is kept', async () => {
  const ended = await office.run('otp enrol --store-seed --dry-run', { env });
  expect(ended).toMatchObject({ exitCode: 0, stderr: warning + replacing });
  expect(stored()).toBeUndefined();
});
