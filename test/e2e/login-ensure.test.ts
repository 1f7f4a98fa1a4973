import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered, lastRequestId, shownLogin } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

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

const since = () => answered(office.sandbox, before);
/** What a job gives along, whether or not it will be needed. */
const secrets = () => ({ stdin: `${password}\n${office.sandbox.totp('anna.muster')}\n` });
const ensure = 'login --ensure --password-stdin --otp-stdin';

test('asks the portal and nobody else while the session is good', async () => {
  expect(await office.run('login --ensure')).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(since()).toEqual(['GET /session 200']);
});

test('renews a session whose access token has run out instead of logging in', async () => {
  office.sandbox.clock.advance(11 * 60_000);
  expect(await office.run('login --ensure')).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(since()).toEqual(['POST /session/refresh 200', 'GET /session 200']);
});

test('logs in anew after twelve hours', async () => {
  office.sandbox.clock.advance(12 * 3_600_000);
  const ended = await office.run(ensure, secrets());
  expect(ended).toEqual({ exitCode: 0, stdout: shownLogin(portal, { until: '2026-11-21T08:00:00.000Z' }), stderr: '' });
  expect(since()).toEqual(['POST /session/refresh 401', 'POST /login/password 200', 'POST /login/code 200']);
});

test('logs in anew if the portal has ended the session', async () => {
  await office.signIn('beat.keller', { profile: 'beat' });
  const stored = office.desk.keychain.entries.get(`${portal} anna.muster`)!;
  await office.run('logout');
  office.desk.keychain.entries.set(`${portal} anna.muster`, stored);
  before = office.sandbox.exchanges.length;
  expect(await office.run(ensure, secrets())).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  // The access token is refused first, then the refresh token.
  expect(since().at(-1)).toBe('POST /login/code 200');
  expect((await office.run('status')).exitCode).toBe(0);
});

test('logs in where nobody was', async () => {
  await office.run('logout');
  before = office.sandbox.exchanges.length;
  expect(await office.run(ensure, secrets())).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(since()).toEqual(['POST /login/password 200', 'POST /login/code 200']);
});

test('uses up no code while the portal can’t be asked', async () => {
  office.sandbox.faults('status=503:getSession:*');
  expect(await office.run(ensure, secrets())).toEqual({
    exitCode: 6,
    stdout: '',
    stderr:
      `Error: ${portal} is not available at the moment.\nHint: Try again later.\n` +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(since().filter((one) => one.startsWith('POST'))).toEqual([]);
});

test('names the profile of the login it has checked', async () => {
  await office.signIn('luca.bianchi');
  const line = `login ${portal} -u luca.bianchi --ensure`;
  expect(await office.run(line)).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { profile: 'ak095-luca.bianchi', userName: 'luca.bianchi' }),
    stderr: '',
  });
});

test('asks nobody without a terminal: it names the option that would have answered', async () => {
  await office.run('logout');
  expect(await office.run('login --ensure')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
      'Hint: Give the answer beforehand: --password-stdin\n',
  });
});
