import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OtpEnrolment } from '../../contract/portal.gen.js';
import { totpSecretOf } from '../../sandbox/index.js';
import { answeredLate } from '../support/late-answers.js';
import { answered, lastRequestId } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { qrLines, readQr } from '../support/qr-image.js';
import { itWith } from '../support/tools.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

/** What the portal has just handed out. */
function enrolment(): OtpEnrolment {
  const started = office.sandbox.exchanges.filter(({ url }) => url.endsWith('/me/otp')).at(-1);
  return JSON.parse(String(started?.responseBody)) as OtpEnrolment;
}

const willDo = 'Enrol another authenticator app for anna.muster. The codes of the present one will stop working.';
const will = `${willDo}\n`;
const enrolled = 'username\tanna.muster\nmethods\totp,sms\nseedStored\tfalse\n';
const codeWrong = ({ attempts = '' } = {}) =>
  `Error: The code is wrong.\n${attempts}` +
  'Hint: Try again with a new code. If the app’s codes are always wrong, the clock of the phone or of this computer is. ' +
  `After five wrong answers the user is locked for a while.\nRequest: ${lastRequestId(office.sandbox)}\n`;

const logIn = (secret: string) =>
  office.run(`login ${office.sandbox.portal()} -u anna.muster -q`, {
    env: { CONNECT_PASSWORD: password, CONNECT_TOTP_SECRET: secret },
  });

/** A person at a terminal, with a phone whose app has read the code. */
const withPhone = {
  terminal: { stdin: true, stderr: true },
  answers: [
    ['Replace the authenticator app of anna.muster?', true],
    ['Password of anna.muster', password],
    answeredLate('Code that the app shows', () => office.sandbox.codeFor(enrolment().secret)),
  ],
} as const;

test('shows a code to scan on stderr, and its first code makes the app the second factor', async () => {
  const before = office.sandbox.exchanges.length;
  const ended = await office.run('otp enrol', withPhone);
  const { id, secret } = enrolment();
  const qr = qrLines(ended.stderr);
  expect(qr.length).toBeGreaterThanOrEqual(20);
  expect(ended).toEqual({
    exitCode: 0,
    stdout: enrolled,
    stderr: `${will}Scan this code with the authenticator app:\n\n${qr.join('\n')}\n\n`,
  });
  expect(answered(office.sandbox, before)).toEqual([
    ...['GET /me 200', 'POST /me/otp 201', `POST /me/otp/${id}/confirmation 200`],
  ]);
  expect(ended.stderr).not.toContain(secret);

  office.sandbox.clock.advance(60_000);
  expect(await logIn(secret)).toMatchObject({ exitCode: 0, stderr: '' });
});

test('replaces the app that was enrolled before', async () => {
  await office.run('otp enrol', withPhone);
  office.sandbox.clock.advance(60_000);
  const old = await logIn(totpSecretOf('095', 'anna.muster'));
  expect(old).toEqual({ exitCode: 4, stdout: '', stderr: codeWrong({ attempts: '4 attempts are left.\n' }) });
});

test('draws the code with its colours under NO_COLOR too, since it can’t be read without them', async () => {
  const plain = await office.run('otp enrol', withPhone);
  const before = enrolment().secret;
  const withoutColour = await office.run('otp enrol --color never', { ...withPhone, env: { NO_COLOR: '1' } });
  expect(enrolment().secret).not.toBe(before);
  expect(qrLines(withoutColour.stderr)).toHaveLength(qrLines(plain.stderr).length);
});

test('names the second factors in the reader’s language', async () => {
  const { stdout } = await office.run('otp enrol --lang de --color never', {
    terminal: true,
    answers: [
      ['Die Authenticator-App von anna.muster ersetzen?', true],
      ['Passwort von anna.muster', password],
      answeredLate('Code, den die App anzeigt', () => office.sandbox.codeFor(enrolment().secret)),
    ],
  });
  expect(stdout.replaceAll(/ +$/gm, '')).toBe(
    'Benutzername               anna.muster\nzweiter Faktor             Authenticator-App, SMS\nSchlüssel hier aufbewahrt  nein\n',
  );
});

/** A job without a screen, and with nobody whose phone could have read anything. */
const withoutScreen = { stdin: `${password}\n000000\n` };
const secretOf = ({ secret, otpauthUri }: OtpEnrolment) => `Secret: ${secret}\n${otpauthUri}\n`;

test('shows the secret as text if asked to, and draws nothing where nobody looks', async () => {
  const ended = await office.run('otp enrol --yes --password-stdin --otp-stdin --show-secret', withoutScreen);
  expect(ended).toEqual({ exitCode: 4, stdout: '', stderr: will + secretOf(enrolment()) + codeWrong() });
});

test('shows it below the picture where somebody looks', async () => {
  const ended = await office.run('otp enrol --show-secret', withPhone);
  expect(ended).toMatchObject({ exitCode: 0, stdout: enrolled });
  const qr = qrLines(ended.stderr).join('\n');
  expect(ended.stderr).toBe(`${will}Scan this code with the authenticator app:\n\n${qr}\n\n${secretOf(enrolment())}`);
});

test('shows under --quiet nothing but what the app needs', async () => {
  const line = 'otp enrol --yes --password-stdin --otp-stdin --show-secret -q';
  const asText = await office.run(line, withoutScreen);
  expect(asText).toEqual({ exitCode: 4, stdout: '', stderr: secretOf(enrolment()) + codeWrong() });
  const drawn = await office.run('otp enrol -q', withPhone);
  const qr = qrLines(drawn.stderr);
  expect(qr.length).toBeGreaterThanOrEqual(20);
  expect(drawn).toMatchObject({ exitCode: 0, stderr: `\n${qr.join('\n')}\n\n` });
});

test('does not even begin where nobody could know the code that it would ask for', async () => {
  const before = office.sandbox.exchanges.length;
  for (const more of ['', ' -q', ' --dry-run']) {
    const ended = await office.run(`otp enrol --password-stdin --otp-stdin${more}`, withoutScreen);
    expect(ended, more).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: Something is needed that was not given: --qr-file, --show-secret, --store-seed\n' +
        'Hint: Put --help behind the command to see what it takes.\n',
    });
  }
  expect(answered(office.sandbox, before)).toEqual([]);
});

test('changes nothing if the first code is wrong', async () => {
  const before = office.sandbox.dump();
  const written = office.sandbox.audit().length;
  const ended = await office.run('otp enrol --yes --password-stdin --otp-stdin --show-secret', withoutScreen);
  expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
  const { audit: _now, ...now } = office.sandbox.dump();
  const { audit: _then, ...then } = before;
  expect(now).toEqual(then);
  // It did come to the point where a code was looked at.
  const outcomes = office.sandbox.audit().map(({ operation, outcome }) => `${operation} ${outcome}`);
  expect(outcomes.slice(written)).toEqual(['startOtpEnrolment 201', 'confirmOtpEnrolment code-invalid']);
  await office.run('logout');
  await office.signIn('anna.muster');
});

test('changes nothing and shows nothing if the password is wrong', async () => {
  const ended = await office.run('otp enrol --yes --password-stdin --otp-stdin --show-secret', {
    stdin: 'wrong\n000000\n',
  });
  expect(ended).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      `${will}Error: Your own password was wrong, so nothing was changed.\n4 attempts are left.\n` +
      'Hint: Try again. After five wrong answers you are locked for a while.\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
});

test('hands out no secret under --dry-run', async () => {
  const before = office.sandbox.exchanges.length;
  const ended = await office.run('otp enrol --show-secret --dry-run -o json', withPhone);
  expect(ended).toMatchObject({ exitCode: 0, stderr: will });
  expect(JSON.parse(ended.stdout)).toEqual({
    dryRun: true,
    wouldDo: willDo,
    request: { method: 'POST', path: '/me/otp' },
  });
  expect(answered(office.sandbox, before)).toEqual(['GET /me 200']);
});

test('does not draw in a window that is too narrow, since a code with broken lines is none', async () => {
  const ended = await office.run('otp enrol', { ...withPhone, columns: 38 });
  expect(ended).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      `${will}Error: The window has 38 columns, and the QR code needs 39. Nothing was changed.\n` +
      'Hint: Widen the window, or use --qr-file.\n',
  });
  office.sandbox.clock.advance(60_000);
  expect(await logIn(totpSecretOf('095', 'anna.muster'))).toMatchObject({ exitCode: 0 });
});

itWith('zbarimg', 'draws a code that a camera reads, on a dark terminal and on a light one', async () => {
  const { stderr } = await office.run('otp enrol', withPhone);
  // Apps assume the rest.
  const short = enrolment().otpauthUri.replace('&algorithm=SHA1&digits=6&period=30', '');
  expect(readQr(stderr, office.desk.home, { terminal: 'dark' })).toBe(short);
  expect(readQr(stderr, office.desk.home, { terminal: 'light' })).toBe(short);
});
