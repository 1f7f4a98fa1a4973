import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answers } from '../support/answers.js';
import { answeredLate } from '../support/late-answers.js';
import { answered } from '../support/logins.js';
import { whenAnswering } from '../support/moments.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import {
  answersOfRita,
  asRita,
  codeInLetter,
  remembered,
  rita,
  said,
  shownRegistration,
} from '../support/registrations.js';

let office: Office;
let portal: string;
let answers: ReturnType<typeof answersOfRita>;
let ctrlC: AbortController;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  answers = answersOfRita(office);
  ctrlC = new AbortController();
});
afterEach(() => office.close());

const atTerminal = { terminal: { stdin: true } } as const;
const smsFactor = [
  ['Second factor', 'sms'],
  ['Mobile number', '+41791234599'],
] as const;

/** Somebody who presses Ctrl-C in place of an answer. */
const pressing = (question: string) =>
  answeredLate(question, () => {
    ctrlC.abort();
    return '';
  });

const registrations = () => answered(office.sandbox).filter((one) => one.startsWith('POST /registrations '));
const mails = () => office.sandbox.outbox({ kind: 'email' }).filter(({ to }) => to === rita.email);
const interrupted = { exitCode: 130, stdout: '' };
const complete = () => shownRegistration(portal, { method: 'sms' });

/** Goes on without another word, to the end. */
async function goesOnToTheEnd(before: string, ...more: Answers): Promise<void> {
  const rest = more.length > 0 ? more : [answers.activationCode, ...answers.password, ...smsFactor, answers.codeOfSms];
  const ended = await office.run('register', { ...atTerminal, answers: rest });
  expect(ended).toEqual({ exitCode: 0, stdout: complete(), stderr: `${before}${said.next(portal)}` });
  expect(registrations()).toHaveLength(1);
  expect(await remembered(office)).toEqual([]);
}

describe('Ctrl-C', () => {
  test('at the access code leaves nothing behind', async () => {
    const given = { ...atTerminal, interrupted: ctrlC.signal, answers: [pressing('Access code from the letter')] };
    expect(await office.run(`register ${portal}`, given)).toEqual({ ...interrupted, stderr: 'Error: Interrupted.\n' });
    expect(office.sandbox.exchanges).toEqual([]);
    expect(await remembered(office)).toEqual([]);
  });

  test('while the registration is begun: the same one is asked for again, with the access code and nothing else', async () => {
    whenAnswering(office.sandbox, /^POST .*registrations$/, () => ctrlC.abort());
    const stdin = `${codeInLetter(office)}\n`;
    const first = ['register', portal, ...asRita, '--access-code-stdin'];
    const ended = await office.run(first, { stdin, interrupted: ctrlC.signal });
    expect(ended).toEqual({ ...interrupted, stderr: `${said.will(portal)}Error: Interrupted.\n` });
    const [kept] = await remembered(office);
    expect(kept).toMatchObject({ registration: null });

    const second = await office.run('register', {
      ...atTerminal,
      answers: [answers.accessCode, pressing('Activation')],
    });
    expect(second.stderr).toContain(
      'The same change was sent at 20 Nov 2026, 09:00 and never answered. ' +
        'It is asked for again under its key, so it can’t happen twice.\n',
    );
    const keys = office.sandbox.exchanges
      .filter(({ method, url }) => `${method} ${url}`.endsWith('/registrations'))
      .map(({ requestHeaders }) => requestHeaders['idempotency-key']);
    expect(keys).toEqual([kept?.['key'], kept?.['key']]);
    expect(mails()).toHaveLength(1);
  });

  test.each([
    ['at the activation code', () => [pressing('Activation code')]],
    ['at the new password', () => [answers.activationCode, pressing('New password')]],
    ['at the second factor', () => [answers.activationCode, ...answers.password, pressing('Second factor')]],
    ['at the mobile number', () => [answers.activationCode, ...answers.password, smsFactor[0], pressing('Mobile')]],
  ] as const)('%s: the next run asks for what comes after the e-mail', async (_where, until) => {
    const ended = await office.run(['register', portal, ...asRita], {
      ...atTerminal,
      interrupted: ctrlC.signal,
      answers: [answers.accessCode, ...until()],
    });
    expect(ended).toMatchObject(interrupted);
    expect(ended.stderr).toBe(
      `${said.will(portal)}${said.mail}${ended.stderr.includes(said.rules) ? said.rules : ''}` +
        `${said.goesOn(portal)}Error: Interrupted.\n`,
    );
    await goesOnToTheEnd(`${said.goOn}${said.mail}${said.rules}${said.sms}`);
  });

  test('while the second factor is set up: the next run sets it up', async () => {
    whenAnswering(office.sandbox, /activation$/, () => ctrlC.abort());
    const ended = await office.run(['register', portal, ...asRita], {
      ...atTerminal,
      interrupted: ctrlC.signal,
      answers: [answers.accessCode, answers.activationCode, ...answers.password, ...smsFactor],
    });
    expect(ended).toMatchObject(interrupted);
    await goesOnToTheEnd(`${said.goOn}${said.rules}${said.sms}`);
  });

  test('at the first code: the next run takes the code that is there already', async () => {
    const ended = await office.run(['register', portal, ...asRita], {
      ...atTerminal,
      interrupted: ctrlC.signal,
      answers: [answers.accessCode, answers.activationCode, ...answers.password, ...smsFactor, pressing('SMS')],
    });
    expect(ended).toMatchObject(interrupted);
    expect(await remembered(office)).toMatchObject([{ method: 'sms' }]);
    await goesOnToTheEnd(said.goOn, ['The second factor waits for its first code', 'code'], answers.codeOfSms);
  });

  test('at the first code: the next run sets the second factor up again if that is wanted, the other one, too', async () => {
    await office.run(['register', portal, ...asRita], {
      terminal: { stdin: true, stderr: true },
      interrupted: ctrlC.signal,
      answers: [
        ...[answers.accessCode, answers.activationCode, ...answers.password],
        ...[['Second factor', 'otp'] as const, pressing('Code that the app shows')],
      ],
    });
    expect(await remembered(office)).toMatchObject([{ method: 'otp' }]);
    await goesOnToTheEnd(
      `${said.goOn}${said.rules}${said.sms}`,
      ['The second factor waits for its first code', 'anew'],
      ...[answers.activationCode, ...answers.password, ...smsFactor, answers.codeOfSms],
    );
  });

  test('while the registration is completed: the next run finds out that it is', async () => {
    whenAnswering(office.sandbox, /completion$/, () => ctrlC.abort());
    const ended = await office.run(['register', portal, ...asRita], {
      ...atTerminal,
      interrupted: ctrlC.signal,
      answers: [answers.accessCode, answers.activationCode, ...answers.password, ...smsFactor, answers.codeOfSms],
    });
    expect(ended).toMatchObject(interrupted);
    expect(await office.run('register')).toEqual({
      exitCode: 0,
      stdout: complete(),
      stderr: 'The registration of rita.wirth for Gasthof Sonnenberg AG is complete already.\n',
    });
    expect(await remembered(office)).toEqual([]);
  });
});
