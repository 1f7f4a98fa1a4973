import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OtpEnrolment } from '../../contract/portal.gen.js';
import { answeredLate } from '../support/late-answers.js';
import { answered } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { itWith } from '../support/tools.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

function enrolment(): OtpEnrolment {
  const started = office.sandbox.exchanges.filter(({ url }) => url.endsWith('/me/otp')).at(-1);
  return JSON.parse(String(started?.responseBody)) as OtpEnrolment;
}

const env = { CONNECT_PASSWORD: password };
const inHome = (name: string) => path.join(office.desk.home, name);
const phone = () => [answeredLate('Code that the app shows', () => office.sandbox.codeFor(enrolment().secret))];
const enrol = (more = '') =>
  office.run(`otp enrol --qr-file app.png --yes${more}`, { env, terminal: { stdin: true }, answers: phone() });
const will = 'Enrol another authenticator app for anna.muster. The codes of the present one will stop working.\n';
const enrolled = 'username\tanna.muster\nmethods\totp,sms\nseedStored\tfalse\n';

itWith('zbarimg', 'writes a picture that a phone reads, for its owner only, and leaves nothing else', async () => {
  expect(await enrol()).toEqual({
    exitCode: 0,
    stdout: enrolled,
    stderr:
      `${will}The QR code is in app.png. Scan it with the authenticator app, then delete the file: it holds the ` +
      'secret.\n',
  });
  const read = spawnSync('zbarimg', ['--quiet', '--raw', inHome('app.png')], { encoding: 'utf8' });
  expect(read.stdout.trim()).toBe(enrolment().otpauthUri);
  expect((await stat(inHome('app.png'))).mode & 0o777).toBe(0o600);
  expect((await readdir(office.desk.home)).sort()).toEqual(['.config', 'app.png']);
});

test('draws nothing on the screen then, and needs none', async () => {
  const ended = await office.run('otp enrol --qr-file app.png --yes -q', { env, terminal: true, answers: phone() });
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await readFile(inHome('app.png'))).subarray(1, 4).toString()).toBe('PNG');
});

test('replaces no file, nor what a link points to, and finds that out before anything is begun', async () => {
  await writeFile(inHome('app.png'), 'precious');
  await symlink('nowhere', inHome('link.png'));
  const before = office.sandbox.exchanges.length;
  for (const name of ['app.png', 'link.png']) {
    expect(await office.run(['otp', 'enrol', '--qr-file', name, '--yes'], { env })).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: There is a file of that name already: ${name}\n` +
        'Hint: Choose another name, or replace it with --overwrite.\n',
    });
  }
  expect(answered(office.sandbox, before)).toEqual([]);
  expect(await readFile(inHome('app.png'), 'utf8')).toBe('precious');
});

test('a file that appears meanwhile is not replaced either, and the app stays as it was', async () => {
  const ended = await office.run('otp enrol --qr-file app.png --yes -q', {
    terminal: { stdin: true },
    answers: [
      answeredLate('Password of anna.muster', () => {
        writeFileSync(inHome('app.png'), 'precious');
        return password;
      }),
    ],
  });
  expect(ended).toMatchObject({
    exitCode: 5,
    stderr: expect.stringMatching(/^Error: There is a file of that name already: app\.png\n/) as string,
  });
  expect(await readFile(inHome('app.png'), 'utf8')).toBe('precious');
  expect((await readdir(office.desk.home)).sort()).toEqual(['.config', 'app.png']);
});

test('--overwrite replaces it', async () => {
  await writeFile(inHome('app.png'), 'old', { mode: 0o644 });
  expect(await enrol(' --overwrite')).toMatchObject({ exitCode: 0, stdout: enrolled });
  expect((await readFile(inHome('app.png'))).subarray(1, 4).toString()).toBe('PNG');
});

test('says so if the file can’t be written; nothing has changed', async () => {
  const ended = await office.run('otp enrol --qr-file no/such/folder.png --yes -q', { env, terminal: { stdin: true } });
  expect(ended).toMatchObject({
    exitCode: 5,
    stdout: '',
    stderr: expect.stringMatching(/^Error: no\/such\/folder\.png can’t be written: .*ENOENT/) as string,
  });
  expect(office.sandbox.audit().at(-1)).toMatchObject({ operation: 'startOtpEnrolment' });
});

const atScreen = { stdin: true, stderr: true };

test('a code that was mistyped is asked for again, three times at most, and the same one is sent once', async () => {
  const before = office.sandbox.exchanges.length;
  const wrong = 'The code is wrong; nothing has changed yet. Try again with a new one.\n';
  const ended = await office.run('otp enrol --yes', {
    env,
    terminal: atScreen,
    answers: [['Code that the app', '000 000'], ['Code that the app', '000000'], ...phone()],
  });
  expect(ended).toMatchObject({ exitCode: 0, stdout: enrolled });
  expect(ended.stderr.endsWith(wrong + wrong)).toBe(true);
  const { id } = enrolment();
  expect(answered(office.sandbox, before).slice(2)).toEqual(
    [401, 200].map((status) => `POST /me/otp/${id}/confirmation ${String(status)}`),
  );
  const never = await office.run('otp enrol --yes -q', {
    env,
    terminal: atScreen,
    answers: ['000000', '000001', 'abc'].map((code) => ['Code that the app', code] as const),
  });
  expect(never).toMatchObject({ exitCode: 4, stdout: '' });
});

test('asks before it replaces an app, also where the password is at hand, and takes no for an answer', async () => {
  const before = office.sandbox.exchanges.length;
  const no = await office.run('otp enrol', {
    env,
    terminal: atScreen,
    answers: [['Replace the authenticator app of anna.muster?', false]],
  });
  expect(no).toEqual({ exitCode: 5, stdout: '', stderr: `${will}Error: Not confirmed. Nothing was changed.\n` });
  const nobody = await office.run('otp enrol --show-secret', { env });
  expect(nobody).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--yes') as string });
  expect(answered(office.sandbox, before)).toEqual(['GET /me 200', 'GET /me 200']);
});

test('a first app needs no such question', async () => {
  await office.run(`login ${office.sandbox.portal()} -u noemi.sms -p noemi -q`, {
    env,
    terminal: { stdin: true },
    answers: [answeredLate('Code from the SMS', () => office.sandbox.outbox({ kind: 'sms' }).at(-1)?.code ?? '')],
  });
  const ended = await office.run('otp enrol -p noemi --qr-file app.png', {
    env,
    terminal: { stdin: true },
    answers: phone(),
  });
  expect(ended).toMatchObject({
    exitCode: 0,
    stdout: 'username\tnoemi.sms\nmethods\totp,sms\nseedStored\tfalse\n',
    stderr: expect.stringMatching(/^Enrol an authenticator app for noemi\.sms\.\n/) as string,
  });
});
