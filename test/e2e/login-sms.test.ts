import { afterEach, beforeEach, expect, test } from 'vitest';
import { codesSent } from '../support/codes.js';
import { answeredLate } from '../support/late-answers.js';
import { answered, codeFromSms, shownLogin } from '../support/logins.js';
import { whenWaiting } from '../support/moments.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
let portal: string;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
});
afterEach(() => office.close());

const env = { CONNECT_PASSWORD: password };
const sms = () => office.sandbox.outbox({ kind: 'sms' });
const masked = () => `+41 79 *** ** ${sms()[0]!.to.slice(-2)}`;
const shown = (seconds: number) =>
  shownLogin(portal, {
    userName: 'noemi.sms',
    method: 'sms',
    until: new Date(Date.parse('2026-11-20T20:00:00Z') + seconds * 1000).toISOString(),
  });
const sent = () => `A code was sent by SMS to ${masked()}.\n`;
const again = () => `Another code was sent by SMS to ${masked()}. Only the last one counts.\n`;

test('nothing typed asks for another SMS, as soon as the portal sends one; an empty code is never sent', async () => {
  const ended = await office.run(`login ${portal} -u noemi.sms`, {
    env,
    terminal: { stdin: true },
    answers: [['Code from the SMS (empty: send another)', ''], codeFromSms(office)],
  });
  expect(ended).toEqual({
    exitCode: 0,
    stdout: shown(30),
    stderr: `${sent()}The portal sends the next SMS in 30 s.\n${again()}`,
  });
  expect(answered(office.sandbox)).toEqual([
    ...['POST /login/password 200', 'POST /login/sms 202', 'POST /login/sms 202', 'POST /login/code 200'],
  ]);
  expect(sms()).toHaveLength(2);
  expect(codesSent(office.sandbox)).toEqual([{ code: sms()[1]!.code, status: 200 }]);
});

test('so does an r; after half a minute nobody waits', async () => {
  const slow = (key: string) =>
    answeredLate('Code from the SMS', () => {
      office.sandbox.clock.advance(40_000);
      return key;
    });
  const ended = await office.run(`login ${portal} -u noemi.sms`, {
    env,
    terminal: { stdin: true },
    answers: [slow('r'), slow(' R '), codeFromSms(office)],
  });
  expect(ended).toEqual({ exitCode: 0, stdout: shown(80), stderr: sent() + again() + again() });
  expect(office.sandbox.clock.slept).toEqual([]);
});

test('the code before does not count any more', async () => {
  let first = '';
  const ended = await office.run(`login ${portal} -u noemi.sms -q`, {
    env,
    terminal: { stdin: true },
    answers: [
      answeredLate('Code from the SMS', () => {
        first = sms()[0]!.code ?? '';
        return '';
      }),
      answeredLate('Code from the SMS', () => first),
    ],
  });
  expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
  expect(codesSent(office.sandbox)).toEqual([{ code: first, status: 401 }]);
});

test('a portal that wants more patience gets it', async () => {
  office.sandbox.faults('status=429:sendLoginSms:1:7');
  const ended = await office.run(`login ${portal} -u noemi.sms`, {
    env,
    terminal: { stdin: true },
    answers: [codeFromSms(office)],
  });
  expect(ended).toMatchObject({ exitCode: 0, stderr: sent() });
  expect(office.sandbox.clock.slept).toEqual([7000]);
  expect(sms()).toHaveLength(1);
});

test('a login that took too long says so, and sends no code', async () => {
  const ended = await office.run(`login ${portal} -u noemi.sms -q`, {
    env,
    terminal: { stdin: true },
    answers: [
      answeredLate('Code from the SMS', () => {
        office.sandbox.clock.advance(301_000);
        return '';
      }),
    ],
  });
  expect(ended).toMatchObject({
    exitCode: 4,
    stderr: expect.stringMatching(/^Error: The login took too long\.\nHint: Begin again: connect login\n/) as string,
  });
  expect(codesSent(office.sandbox)).toEqual([]);
});

test('the wait can be interrupted', async () => {
  const ctrlC = new AbortController();
  whenWaiting(office.sandbox, () => ctrlC.abort());
  const ended = await office.run(`login ${portal} -u noemi.sms -q`, {
    env,
    interrupted: ctrlC.signal,
    terminal: { stdin: true },
    answers: [['Code from the SMS', '']],
  });
  expect(ended).toEqual({ exitCode: 130, stdout: '', stderr: 'Error: Interrupted.\n' });
  expect(sms()).toHaveLength(1);
});

test('an empty line of stdin is no wish for another SMS', async () => {
  const ended = await office.run(`login ${portal} -u noemi.sms --otp-stdin -q`, { env, stdin: '\n' });
  expect(ended).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^Error: stdin ended before there was anything for --otp-stdin\.\n/) as string,
  });
  expect(sms()).toHaveLength(1);
});

test('nothing typed for the app’s code is asked again and never sent', async () => {
  const ended = await office.run(`login ${portal} -u anna.muster`, {
    env,
    terminal: { stdin: true },
    answers: [
      ['Code of the authenticator app', ' '],
      ['Code of the authenticator app', office.sandbox.totp('anna.muster')],
    ],
  });
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(codesSent(office.sandbox)).toHaveLength(1);
});

test.each([
  ['de', 'Code aus dem SMS (leer: nochmals senden)'],
  ['fr', 'Code reçu par SMS (vide\u202f: renvoyer)'],
  ['it', 'Codice ricevuto per SMS (vuoto: inviarne un altro)'],
])('tells in %s how to have it sent again', async (language, question) => {
  const ended = await office.run(`login ${portal} -u noemi.sms --lang ${language} -q`, {
    env,
    terminal: { stdin: true },
    answers: [answeredLate(question, () => sms().at(-1)?.code ?? '')],
  });
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
});
