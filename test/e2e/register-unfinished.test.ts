import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withoutRequest } from '../support/changes.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import {
  answersOfRita,
  asRita,
  codeInLetter,
  damageMemory,
  elsewhere,
  remembered,
  rita,
  said,
  shownRegistration,
  stepsOfRita,
} from '../support/registrations.js';

let office: Office;
let portal: string;
let answers: ReturnType<typeof answersOfRita>;
let begin: () => ReturnType<Office['run']>;
let activate: () => ReturnType<Office['run']>;
let finish: () => ReturnType<Office['run']>;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  answers = answersOfRita(office);
  ({ begin, activate, finish } = stepsOfRita(office));
});
afterEach(() => office.close());

const atTerminal = { terminal: { stdin: true } } as const;
const smsFactor = [
  ['Second factor', 'sms'],
  ['Mobile number', '+41791234599'],
] as const;
const registrations = () => answered(office.sandbox).filter((one) => one.startsWith('POST /registrations '));
const mails = () => office.sandbox.outbox({ kind: 'email' }).filter(({ to }) => to === rita.email);
const complete = () => shownRegistration(portal, { method: 'sms' });

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
    await damageMemory(office);
    expect(await begin()).toMatchObject({ exitCode: 10, stderr: '' });
    expect(registrations()).toHaveLength(2);
  });

  describe('that was completed meanwhile', () => {
    beforeEach(async () => {
      await begin();
      await activate();
      await elsewhere(office, finish);
    });

    test('is said to be complete', async () => {
      expect(await office.run('register')).toMatchObject({ exitCode: 0, stdout: complete() });
    });

    test('is in nobody’s way', async () => {
      const lea =
        '--email lea@gasthof-sonnenberg.example --first-name Lea --last-name Neu --access-code-stdin --dry-run';
      expect(await office.run(`register ${portal} ${lea} -q`, { stdin: 'AAAAAAAAAAAA\n' })).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('lea@gasthof-sonnenberg.example') as string,
      });
    });
  });
});
