import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcomeUnknown, withoutRequest } from '../support/changes.js';
import { answered, codeFromSms, invite, lastRequestId, shownLogin } from '../support/logins.js';
import type { Invited } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

const newPassword = 'brand new and long enough';
const rules = 'The new password needs at least 12 characters and must not contain the user name.\n';
const unfit =
  'Error: The new password can’t be used.\n' +
  'Hint: It needs at least 12 characters, must not contain the user name, and must not be one of the last five.\n';

let office: Office;
let portal: string;
let lea: Invited;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  await office.signIn('anna.muster', { profile: 'anna' });
  lea = await invite(office);
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

const smsSent = 'A code was sent by SMS to +41 79 *** ** 99.\n';
const saved = 'Saved as profile ak095. Commands without -p still use anna.\n';

test('asks for the code from the e-mail and twice for the new password, then logs in with an SMS', async () => {
  const ended = await office.run(`login ${portal} -u lea.neu --activate`, {
    terminal: { stdin: true },
    answers: [
      ['Activation code from the e-mail', lea.activationCode],
      ['New password', newPassword],
      ['New password, once more', newPassword],
      codeFromSms(office),
    ],
  });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { userName: 'lea.neu', method: 'sms' }),
    stderr: rules + smsSent + saved,
  });
  expect(answered(office.sandbox, before)).toEqual([
    'POST /activation 204',
    'POST /login/password 200',
    'POST /login/sms 202',
    'POST /login/code 200',
  ]);
  const shown = await office.run('users show lea.neu -p anna -o json');
  expect(JSON.parse(shown.stdout)).toMatchObject({ userName: 'lea.neu', status: 'active' });
});

test('takes activation code and new password from lines of stdin, in this order', async () => {
  const ended = await office.run(`login ${portal} -u lea.neu --activation-code-stdin --password-stdin`, {
    terminal: { stdin: true },
    stdin: `${lea.activationCode}\n${newPassword}\n`,
    answers: [codeFromSms(office)],
  });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { userName: 'lea.neu', method: 'sms' }),
    stderr: smsSent + saved,
  });
});

test('keeps the new password when only the code from the SMS was wrong', async () => {
  const line = `login ${portal} -u lea.neu --activation-code-stdin --password-stdin --otp-stdin`;
  const ended = await office.run(line, { stdin: `${lea.activationCode}\n${newPassword}\n000000\n` });
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      `${smsSent}Error: The code is wrong.\n4 attempts are left.\n` +
      'Hint: Try again with a new code. If the app’s codes are always wrong, the clock of the phone or of this computer ' +
      'is. After five wrong answers the user is locked for a while.\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
  office.sandbox.clock.advance(30_000);
  const again = await office.run(`login ${portal} -u lea.neu`, {
    terminal: { stdin: true },
    env: { CONNECT_PASSWORD: newPassword },
    answers: [codeFromSms(office)],
  });
  expect(again).toMatchObject({ exitCode: 0, stderr: smsSent + saved });
});

test('sends nothing if the two passwords differ', async () => {
  const ended = await office.run(`login ${portal} -u lea.neu --activate`, {
    terminal: { stdin: true },
    answers: [
      ['Activation code from the e-mail', lea.activationCode],
      ['New password', newPassword],
      ['New password, once more', `${newPassword}!`],
    ],
  });
  expect(ended).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `${rules}Error: The two passwords are not the same.\nHint: Nothing was changed. Try again.\n`,
  });
  expect(answered(office.sandbox, before)).toEqual([]);
});

test.each([
  ['too short', 'eleven char'],
  ['too short, as people count', '🔑'.repeat(11)],
  ['with the user name in it', 'this-is-lea.neu!'],
  ['with the user name in capitals', 'THIS-IS-LEA.NEU!'],
  ['longer than a portal takes', 'x'.repeat(201)],
])('does not even send a new password that is %s', async (_how, unsuitable) => {
  const line = `login ${portal} -u lea.neu --activation-code-stdin --password-stdin`;
  const ended = await office.run(line, { stdin: `${lea.activationCode}\n${unsuitable}\n` });
  expect(ended).toEqual({ exitCode: 5, stdout: '', stderr: unfit });
  expect(answered(office.sandbox, before)).toEqual([]);
});

test('does not ask for a new password once more that can’t be used', async () => {
  const ended = await office.run(`login ${portal} -u lea.neu --activate`, {
    terminal: { stdin: true },
    answers: [
      ['Activation code from the e-mail', lea.activationCode],
      ['New password', 'this-is-lea.neu!'],
    ],
  });
  expect(ended).toEqual({ exitCode: 5, stdout: '', stderr: rules + unfit });
  expect(answered(office.sandbox, before)).toEqual([]);
});

test('takes a password of twelve characters', async () => {
  const ended = await office.run(`login ${portal} -u lea.neu --activation-code-stdin --password-stdin`, {
    terminal: { stdin: true },
    stdin: `${lea.activationCode}\ntwelve chars\n`,
    answers: [codeFromSms(office)],
  });
  expect(ended).toMatchObject({ exitCode: 0, stderr: smsSent + saved });
});

// Only the portal knows which letters it takes for the same, and which passwords there were before.
const unfitAtPortal = 'this-is-léa.neu!';

test('says it in the same words if only the portal finds that a password can’t be used, and the invitation stays good', async () => {
  const line = `login ${portal} -u lea.neu --activation-code-stdin --password-stdin`;
  const ended = await office.run(line, { stdin: `${lea.activationCode}\n${unfitAtPortal}\n` });
  expect(ended).toEqual({
    exitCode: 5,
    stdout: '',
    stderr: `${unfit}Request: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(answered(office.sandbox, before)).toEqual(['POST /activation 422']);
  const again = await office.run(line, { stdin: `${lea.activationCode}\n${newPassword}\n` });
  expect(again).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(smsSent) as string });
});

test('says it in the reader’s language, whatever language the portal speaks', async () => {
  const line = `login ${portal} -u lea.neu --activation-code-stdin --password-stdin --lang de`;
  const ended = await office.run(line, { stdin: `${lea.activationCode}\n${unfitAtPortal}\n` });
  expect(ended).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Fehler: Das neue Passwort kann nicht verwendet werden.\n' +
      'Hinweis: Es braucht mindestens 12 Zeichen, darf den Benutzernamen nicht enthalten und keines der letzten fünf sein.\n' +
      `Anfrage: ${lastRequestId(office.sandbox)}\n`,
  });
});

const activating = () => `login ${portal} -u lea.neu --activation-code-stdin --password-stdin`;
const attempt = () =>
  office.run(activating(), {
    terminal: { stdin: true },
    stdin: `${lea.activationCode}\n${newPassword}\n`,
    answers: [codeFromSms(office)],
  });

test('goes on to the login where the answer to the activation is lost, which tells whether it was made', async () => {
  office.sandbox.faults('drop-after-commit=activateUser:1');
  expect(await attempt()).toEqual({
    exitCode: 0,
    stdout: shownLogin(portal, { userName: 'lea.neu', method: 'sms' }),
    stderr: smsSent + saved,
  });
  expect(answered(office.sandbox, before)).toEqual([
    'POST /activation 204',
    'POST /login/password 200',
    'POST /login/sms 202',
    'POST /login/code 200',
  ]);
});

test('does not take the new password for wrong where the activation never arrived, and works the next time', async () => {
  office.sandbox.faults('drop-before-commit=activateUser:1');
  expect(withoutRequest(await attempt())).toEqual(outcomeUnknown(portal));
  expect(await attempt()).toMatchObject({ exitCode: 0, stderr: smsSent + saved });
});

test('says that the activation code is wrong, and where the right one stands', async () => {
  const ended = await office.run(`login ${portal} -u lea.neu --activation-code-stdin --password-stdin`, {
    stdin: `7F3K-9QXM\n${newPassword}\n`,
  });
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: The activation code is wrong.\n' +
      'Hint: It stands in the e-mail from the portal and looks like 7F3K-9QXM.\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
});

test('does not send what can’t be an activation code', async () => {
  const ended = await office.run(activating(), { stdin: `7F3K9QX\n${newPassword}\n` });
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: The activation code is wrong.\n' +
      'Hint: It stands in the e-mail from the portal and looks like 7F3K-9QXM.\n',
  });
  expect(answered(office.sandbox, before)).toEqual([]);
});

test('says that the activation code has expired after fourteen days, and who sends a new one', async () => {
  office.sandbox.clock.advance(14 * 24 * 3_600_000);
  const ended = await office.run(`login ${portal} -u lea.neu --activation-code-stdin --password-stdin`, {
    stdin: `${lea.activationCode}\n${newPassword}\n`,
  });
  expect(ended).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: The activation code has expired.\n' +
      'Hint: Ask an administrator to reactivate you: that sends a new code.\n' +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
});

test('an activation code is good once', async () => {
  const line = `login ${portal} -u lea.neu --activation-code-stdin --password-stdin --otp-stdin`;
  await office.run(line, { stdin: `${lea.activationCode}\n${newPassword}\n000000\n` });
  const again = await office.run(line, { stdin: `${lea.activationCode}\n${password}\n000000\n` });
  expect(again).toMatchObject({
    exitCode: 4,
    stderr: expect.stringContaining('The activation code is wrong.') as string,
  });
});
