import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answers } from '../support/answers.js';
import { withoutRequest } from '../support/changes.js';
import { answeredLate } from '../support/late-answers.js';
import { answered } from '../support/logins.js';
import { whenAnswering } from '../support/moments.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
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

const begin = () =>
  office.run(['register', portal, ...asRita, '--access-code-stdin', '-q'], { stdin: `${codeInLetter(office)}\n` });
const activate = (more = '') =>
  office.run(`register --activation-code-stdin --password-stdin --mobile +41791234599 -q ${more}`, {
    stdin: `${codeInMail(office)}\n${ritasPassword}\n`,
  });
const finish = () => office.run('register --otp-stdin -q', { stdin: `${codeInSms(office)}\n` });

describe('a lost answer', () => {
  test('to the beginning is unknown, and the next run finds out under the same key', async () => {
    office.sandbox.faults('drop-after-commit=startRegistration:*');
    expect(withoutRequest(await begin())).toEqual({
      exitCode: 9,
      stdout: '',
      stderr:
        `Error: The change was sent to ${portal}, but its answer was lost. It may have been made, and it may not.\n` +
        'Hint: Run the same command again: what was made already is recognised and not made twice.\n',
    });
    office.sandbox.faults();
    expect(await begin()).toMatchObject({ exitCode: 10, stderr: '' });
    expect(mails()).toHaveLength(1);
    expect(await activate()).toMatchObject({ exitCode: 10, stderr: '' });
    expect(await finish()).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('to the beginning stays unknown while the portal is down', async () => {
    office.sandbox.faults('drop-after-commit=startRegistration:*');
    expect(await begin()).toMatchObject({ exitCode: 9 });
    office.sandbox.faults('status=503:startRegistration:*');
    expect(await begin()).toMatchObject({ exitCode: 6 });
    expect(await remembered(office)).toMatchObject([{ registration: null }]);
    office.sandbox.faults();
    expect(await begin()).toMatchObject({ exitCode: 10 });
    expect(mails()).toHaveLength(1);
  });

  test('to the beginning with another code under the same key begins another one', async () => {
    office.sandbox.faults('drop-after-commit=startRegistration:*');
    await begin();
    office.sandbox.faults();
    const order = 'codes request --member 20002.00 --contact-email rita@gasthof-sonnenberg.example --yes -q';
    const to = ['--company', 'Gasthof Sonnenberg AG', '--portal', portal, '--reason', 'no-active-login'];
    expect(await office.run([...order.split(' '), ...to])).toMatchObject({ exitCode: 0 });
    expect(await begin()).toMatchObject({ exitCode: 10, stderr: '' });
    expect(await activate()).toMatchObject({ exitCode: 10, stderr: '' });
  });

  test('to the activation does no harm: the next run activates', async () => {
    await begin();
    office.sandbox.faults('drop-after-commit=activateRegistration:1');
    expect(await activate()).toMatchObject({ exitCode: 6, stdout: '' });
    expect(await activate()).toMatchObject({ exitCode: 10, stderr: '' });
    expect(await finish()).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('to the completion is found out at once by looking', async () => {
    await begin();
    await activate();
    office.sandbox.faults('drop-after-commit=completeRegistration:1');
    expect(await finish()).toEqual({ exitCode: 0, stdout: complete(), stderr: '' });
    expect(await remembered(office)).toEqual([]);
  });

  test('to the completion that never arrived is unknown, and the next run goes on', async () => {
    await begin();
    await activate();
    office.sandbox.faults('drop-before-commit=completeRegistration:1');
    expect(await finish()).toMatchObject({ exitCode: 9, stdout: '' });
    expect(await finish()).toEqual({ exitCode: 0, stdout: complete(), stderr: '' });
  });
});

describe('an unfinished registration', () => {
  test('is gone on with where nothing else is named, whatever login is the default', async () => {
    await office.signIn('sara.treuhand', { fund: '060' });
    await begin();
    expect(await activate()).toMatchObject({ exitCode: 10, stdout: expect.stringContaining(portal) as string });
  });

  test('gives way to a portal that is named', async () => {
    await begin();
    const env = { CONNECT_PORTAL: office.sandbox.portal('060') };
    expect(await office.run('register --activation-code-stdin', { env })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--access-code-stdin') as string,
    });
  });

  test('is not gone on with for another person', async () => {
    await begin();
    expect(await office.run(`register ${portal} --email lea@gasthof-sonnenberg.example`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: A registration of rita.wirth (rita@gasthof-sonnenberg.example) was begun at 20 Nov 2026, 09:00 and is ' +
        'not complete. What was given now is somebody else’s.\n' +
        `Hint: connect register ${portal} goes on with it; with --restart another one begins.\n`,
    });
  });

  test('is given up with --restart, which offers what was said before', async () => {
    await begin();
    const anew = [answers.accessCode, ['E-mail address', 'rita.wirth@gasthof-sonnenberg.example'] as const];
    const ended = await office.run('register --restart', {
      ...atTerminal,
      answers: [
        ...[...anew, ...answers.person.slice(1), answers.activationCode, ...answers.password],
        ...[...smsFactor, answers.codeOfSms],
      ],
    });
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stdout).toContain('email\trita.wirth@gasthof-sonnenberg.example\n');
    expect(await remembered(office)).toEqual([]);
  });

  test('is over after a day, and another one begins', async () => {
    await begin();
    office.sandbox.clock.advance(24 * 3_600_000);
    const ended = await office.run(['register', ...asRita, '--access-code-stdin'], {
      stdin: `${codeInLetter(office)}\n`,
    });
    expect(ended).toMatchObject({
      exitCode: 10,
      stderr: expect.stringContaining(
        `The registration that was begun at 20 Nov 2026, 09:00 is over. Another one begins.\n${said.will(portal)}`,
      ) as string,
    });
    expect(registrations()).toHaveLength(2);
  });

  test('whose file is damaged is none', async () => {
    await begin();
    const folder = `${office.desk.home}/.local/state/connect/registrations`;
    const [file] = await readdir(folder);
    await writeFile(`${folder}/${file!}`, '{"version":1');
    expect(await begin()).toMatchObject({ exitCode: 10, stderr: '' });
    expect(registrations()).toHaveLength(2);
  });

  test('that somebody else has completed meanwhile is said to be complete', async () => {
    await begin();
    await activate();
    const kept = await remembered(office);
    await finish();
    const folder = `${office.desk.home}/.local/state/connect/registrations`;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/one.json`, JSON.stringify(kept[0]));
    expect(await office.run('register')).toMatchObject({ exitCode: 0, stdout: complete() });
    expect(seedOf(office)).toBe('');
  });
});
