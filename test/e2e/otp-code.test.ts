import { afterEach, beforeEach, expect, test } from 'vitest';
import { stepAt, totp, totpSecretOf } from '../../sandbox/index.js';
import { answered } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
const seed = totpSecretOf('095', 'anna.muster');
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const current = () => totp(seed, stepAt(office.sandbox.clock.now().getTime()));

test('shows the current code of the seed in the environment, without a login and without a portal', async () => {
  office.sandbox.clock.advance(11_500);
  const env = { CONNECT_TOTP_SECRET: seed };
  expect(await office.run('otp code', { env })).toEqual({
    exitCode: 0,
    stdout: `code\t${current()}\nsecondsLeft\t19\nused\tfalse\n`,
    stderr: '',
  });
  const json = await office.run('otp code -o json', { env });
  expect(JSON.parse(json.stdout)).toEqual({ code: current(), secondsLeft: 19, used: false });
  expect(office.sandbox.exchanges).toEqual([]);
});

test('obeys the digest, the digits and the period of an otpauth: address', async () => {
  // RFC 6238, appendix B, in the year 2009.
  const text = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA&algorithm=SHA256&digits=8';
  office.sandbox.clock.advance(1_234_567_890_000 - office.sandbox.clock.now().getTime());
  expect(await office.run('otp code', { env: { CONNECT_TOTP_SECRET: text } })).toMatchObject({
    exitCode: 0,
    stdout: 'code\t91819424\nsecondsLeft\t30\nused\tfalse\n',
  });
});

test('shows that of the seed which this computer keeps, and tells if a login has used it', async () => {
  await office.signIn('anna.muster');
  office.desk.keychain.entries.set(`${office.sandbox.portal()} anna.muster otp`, seed);
  office.sandbox.clock.advance(60_000);
  const before = office.sandbox.exchanges.length;
  const unused = { exitCode: 0, stdout: `code\t${current()}\nsecondsLeft\t30\nused\tfalse\n`, stderr: '' };
  // Showing it does not use it up.
  for (const _time of [1, 2]) expect(await office.run('otp code')).toEqual(unused);
  expect(answered(office.sandbox, before)).toEqual([]);
  expect(await office.run('login', { env: { CONNECT_PASSWORD: password } })).toMatchObject({ exitCode: 0 });
  expect(office.sandbox.clock.slept).toEqual([]);
  office.sandbox.clock.advance(7000);
  expect(await office.run('otp code')).toEqual({
    exitCode: 0,
    stdout: `code\t${current()}\nsecondsLeft\t23\nused\ttrue\n`,
    stderr: 'A login of this computer has used this code already. The next one comes in 23 s.\n',
  });
});

test.each([
  ['nobody has ever logged in', '-', false],
  ['somebody has', 'anna.muster', true],
])('says that there is no seed where %s', async (_when, username, signedIn) => {
  if (signedIn) await office.signIn('anna.muster');
  expect(await office.run('otp code')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      `Error: This computer keeps no secret of an authenticator app for ${username}.\n` +
      'Hint: connect otp enrol --store-seed keeps it; or let CONNECT_TOTP_SECRET_FILE name a file that holds it.\n',
  });
});

test('a seed that is none is not repeated', async () => {
  expect(await office.run('otp code', { env: { CONNECT_TOTP_SECRET: 'otpauth://hotp/kanari?secret=VOGEL' } })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: The secret of the authenticator app is neither base32 (capitals and the digits 2 to 7, at least 16 of ' +
      'them) nor an otpauth: address of a time-based app.\nHint: Check CONNECT_TOTP_SECRET[_FILE].\n',
  });
});
