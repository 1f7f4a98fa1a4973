import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered, lastRequestId } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { anonymous } from '../support/portal-client.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const lost =
  'Without the app you can’t manage the users of Muster Beispiel AG any more: this fund asks for a stronger second ' +
  'factor than SMS for that.\n' +
  'Afterwards only Beat Keller can administrate Muster Beispiel AG. The funds advise to have two people who can.\n';
const will = `${lost}Remove the authenticator app of anna.muster.\n`;
const env = { CONNECT_PASSWORD: password };
const account = () => `${office.sandbox.portal()} anna.muster otp`;

test('asks, wants the password, removes the app at the portal and the seed that was kept here', async () => {
  office.desk.keychain.entries.set(account(), 'GEZDGNBVGY3TQOJQ');
  const before = office.sandbox.exchanges.length;
  const ended = await office.run('otp remove', {
    terminal: { stdin: true },
    answers: [
      ['Remove the authenticator app of anna.muster? Logging in will then take an SMS.', true],
      ['Password of anna.muster', password],
    ],
  });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: 'username\tanna.muster\nmethods\tsms\nseedForgotten\ttrue\n',
    stderr: will,
  });
  expect(answered(office.sandbox, before)).toEqual([
    'GET /me 200',
    // Whether somebody else can administrate each client that this login administrates.
    'GET /clients 200',
    'GET /portal 200',
    'GET /clients/10001.00/users 200',
    'POST /me/otp/removal 204',
  ]);
  expect(office.desk.keychain.entries.has(account())).toBe(false);
  const login = await office.run('login --method otp --otp-stdin', { env, stdin: '123456\n' });
  expect(login.stderr).toBe(
    'Error: This user can’t log in with “otp”. Possible: sms\nHint: connect login --method …\n',
  );
});

test('changes nothing if the answer is no, if the password is wrong, or under --dry-run', async () => {
  office.desk.keychain.entries.set(account(), 'GEZDGNBVGY3TQOJQ');
  const no = await office.run('otp remove', {
    env,
    terminal: { stdin: true },
    answers: [['Remove the authenticator app', false]],
  });
  expect(no).toEqual({ exitCode: 5, stdout: '', stderr: `${will}Error: Not confirmed. Nothing was changed.\n` });
  const wrong = await office.run('otp remove --yes --password-stdin', { stdin: 'wrong\n' });
  expect(wrong).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      `${will}Error: Your own password was wrong, so nothing was changed.\n4 attempts are left.\n` +
      'Hint: Try again. After five wrong answers you are locked for a while.\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(await office.run('otp remove --dry-run -o json', { env })).toMatchObject({ exitCode: 0, stderr: will });
  const show = await office.run('users show anna.muster --fields methods');
  expect(show.stdout).toBe('methods\totp,sms\n');
  expect(office.desk.keychain.entries.has(account())).toBe(true);
});

/** Somebody who registered with an app and without a mobile number. */
async function registerWithAppOnly(own: string): Promise<string> {
  const portal = anonymous(office.sandbox);
  const accessCode = office.sandbox.outbox({ kind: 'letter' }).find(({ client }) => client === '20002.00')?.code;
  const person = { email: 'rita@wirth.example', userName: 'rita.wirth', firstName: 'Rita', lastName: 'Wirth' };
  const started = await portal.post('/registrations', { accessCode, ...person, language: 'de' }, { key: true });
  const { id } = started.body as { id: string };
  const activationCode = office.sandbox.outbox({ kind: 'email' }).at(-1)?.code;
  const activation = { activationCode, password: own, method: 'otp' };
  const activated = await portal.post(`/registrations/${id}/activation`, activation);
  const { secret } = (activated.body as { enrolment: { secret: string } }).enrolment;
  await portal.post(`/registrations/${id}/completion`, { code: office.sandbox.codeFor(secret) });
  return secret;
}

test('the last second factor stays, and the error says what would help', async () => {
  const own = { CONNECT_PASSWORD: 'a pass phrase of her own' };
  const seed = await registerWithAppOnly(own.CONNECT_PASSWORD);
  office.sandbox.clock.advance(60_000);
  const login = await office.run(`login ${office.sandbox.portal()} -u rita.wirth -p rita -q`, {
    env: { ...own, CONNECT_TOTP_SECRET: seed },
  });
  expect(login).toMatchObject({ exitCode: 0 });
  expect(await office.run('otp remove -p rita --yes -q', { env: own })).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: The last second factor can’t be removed.\n' +
      'Hint: Have a mobile number entered first, for codes by SMS; or replace the app: connect otp enrol\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
});

test('needs --yes where nobody can be asked', async () => {
  expect(await office.run('otp remove', { env })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      `${will}Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n` +
      'Hint: Give the answer beforehand: --yes\n',
  });
});

test('says so if there is no app, also when the answer of a removal was lost', async () => {
  office.sandbox.faults('drop-after-commit=removeOtp:1');
  expect(await office.run('otp remove --yes', { env })).toMatchObject({ exitCode: 9, stdout: '' });
  expect(await office.run('otp remove --yes', { env })).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      'Error: anna.muster has no authenticator app.\n' +
      'Hint: connect otp enrol sets one up. A secret that this computer still keeps: connect otp forget\n',
  });
});
