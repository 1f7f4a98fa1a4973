import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/translate.js';
import type { Language } from '../../src/i18n/translate.js';
import { answered, lastRequestId } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { attemptsLeft, reportWords } from '../support/failure-texts.js';
import { registrationFailureTexts } from '../support/registration-failure-texts.js';
import {
  codeInLetter,
  codeInMail,
  codeInSms,
  elsewhere,
  remembered,
  ritasPassword,
  shownRegistration,
  stepsOfRita,
} from '../support/registrations.js';

let office: Office;
let portal: string;
let begin: ReturnType<typeof stepsOfRita>['begin'];
let activate: ReturnType<typeof stepsOfRita>['activate'];
let finish: ReturnType<typeof stepsOfRita>['finish'];
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  ({ begin, activate, finish } = stepsOfRita(office));
});
afterEach(() => office.close());

/** Other than the right one. */
const wrong = () => (codeInSms(office) === '000000' ? '111111' : '000000');
const expiredCode = () =>
  office.sandbox
    .outbox({ kind: 'letter' })
    .findLast(({ client, at }) => client === '10001.00' && at > Date.parse('2026-01-01'))?.code ?? '';

type Lang = readonly ['--lang', Language];

interface Refusal {
  readonly exitCode: number;
  readonly sent: boolean;
  readonly attemptsLeft?: number;
  readonly meet: (lang: Lang) => ReturnType<Office['run']>;
}

const refusals: Readonly<Record<keyof typeof registrationFailureTexts, Refusal>> = {
  'an access code with too few characters': { exitCode: 2, sent: false, meet: (lang) => begin('UGYDEHEXESE', ...lang) },
  'an access code that is wrong': { exitCode: 5, sent: true, meet: (lang) => begin('AAAAAAAAAAAA', ...lang) },
  'an access code that has expired': { exitCode: 5, sent: true, meet: (lang) => begin(expiredCode(), ...lang) },
  'an access code that was used': {
    exitCode: 5,
    sent: true,
    meet: async (lang) => {
      const code = codeInLetter(office);
      await begin();
      await activate();
      await finish();
      return begin(code, '--email', 'other@gasthof-sonnenberg.example', '--user-name', 'other', ...lang);
    },
  },
  'an e-mail address that has a login': {
    exitCode: 5,
    sent: true,
    meet: (lang) => begin(codeInLetter(office), '--email', 'anna.muster@muster-beispiel.example', ...lang),
  },
  'a user name that is taken': {
    exitCode: 5,
    sent: true,
    meet: (lang) => begin(codeInLetter(office), '--user-name', 'anna.muster', ...lang),
  },
  'an activation code that is wrong': {
    exitCode: 4,
    sent: true,
    attemptsLeft: 4,
    meet: async (lang) => {
      await begin();
      return activate('7F3K-9QXM', ...lang);
    },
  },
  'something that can’t be an activation code': {
    exitCode: 4,
    sent: false,
    meet: async (lang) => {
      await begin();
      return activate('7F3K-9QX', ...lang);
    },
  },
  'a registration that takes more than a day': {
    exitCode: 5,
    sent: true,
    meet: async (lang) => {
      await begin();
      // The portal's clock goes on while somebody looks for the e-mail.
      const given = { terminal: { stdin: true }, answers: answersAfterADay(lang[1]) };
      return office.run(['register', '-q', ...lang], given);
    },
  },
  'a first code that is wrong': {
    exitCode: 4,
    sent: true,
    attemptsLeft: 4,
    meet: async (lang) => {
      await begin();
      await activate();
      return finish(wrong(), ...lang);
    },
  },
  'a fifth wrong code': {
    exitCode: 5,
    sent: true,
    meet: async (lang) => {
      await begin();
      for (let count = 1; count <= 4; count += 1) await activate('7F3K-9QXM');
      return activate('7F3K-9QXM', ...lang);
    },
  },
};

const questions: Readonly<
  Record<Language, readonly [code: string, password: string, again: string, factor: string, mobile: string]>
> = {
  de: ['Aktivierungscode', 'Neues Passwort', 'nochmals', 'Zweiter Faktor', 'Handynummer'],
  fr: ['Code d’activation', 'Nouveau mot de passe', 'encore une fois', 'Second facteur', 'Numéro de portable'],
  it: ['Codice di attivazione', 'Nuova password', 'ancora una volta', 'Secondo fattore', 'cellulare'],
  en: ['Activation code', 'New password', 'once more', 'Second factor', 'Mobile number'],
};

function answersAfterADay(lang: Language) {
  const [code, password, again, factor, mobile] = questions[lang];
  const late = {
    *[Symbol.iterator]() {
      yield mobile;
      office.sandbox.clock.advance(24 * 3_600_000);
      yield '+41791234599';
    },
  };
  return [
    [code, codeInMail(office)],
    [password, ritasPassword],
    [again, ritasPassword],
    [factor, 'sms'],
    late as unknown as readonly [string, string],
  ] as const;
}

describe.each(Object.entries(refusals))('%s', (name, { exitCode, sent, attemptsLeft: left, meet }) => {
  test.each(languages)('is told with what to do next (%s)', async (lang) => {
    const ended = await meet(['--lang', lang]);
    const words = reportWords[lang];
    const [message, hint] = registrationFailureTexts[name as keyof typeof registrationFailureTexts][lang];
    const attempts = left === undefined ? '' : `${attemptsLeft[lang][left - 1]!}\n`;
    const request = sent ? `${words.request} ${lastRequestId(office.sandbox)}\n` : '';
    expect(ended).toEqual({
      exitCode,
      stdout: '',
      stderr: `${words.error} ${message}\n${attempts}${words.hint} ${hint}\n${request}`,
    });
  });
});

test.each([
  ['too short', 'UGYDEHEXESE'],
  ['too long', 'UGYDEHEXESE66'],
  ['with other characters', 'UGYDEHEXES!6'],
  ['with letters whose capitals are two', 'UGYDEHEXESß'],
])('an access code that is %s is not sent, and not repeated', async (_how, typed) => {
  const ended = await begin(typed);
  expect(ended.exitCode).toBe(2);
  expect(ended.stderr).not.toContain(typed);
  expect(office.sandbox.exchanges).toEqual([]);
  expect(await remembered(office)).toEqual([]);
});

test('nothing is kept of a registration that the portal has refused to begin', async () => {
  await begin('AAAAAAAAAAAA');
  expect(await remembered(office)).toEqual([]);
  expect(await begin()).toMatchObject({ exitCode: 10, stderr: '' });
});

test('after a wrong activation code the same registration goes on', async () => {
  await begin();
  await activate('7F3K-9QXM');
  expect(await activate()).toMatchObject({ exitCode: 10, stderr: '' });
  expect(answered(office.sandbox).filter((one) => one.startsWith('POST /registrations '))).toHaveLength(1);
});

test('after a wrong first code the right one completes it, and what can’t be a code is not sent', async () => {
  await begin();
  await activate();
  await finish(wrong());
  const before = office.sandbox.exchanges.length;
  expect(await finish('12345')).toMatchObject({ exitCode: 4, stdout: '' });
  expect(answered(office.sandbox, before)).toEqual([expect.stringMatching(/^GET/)]);
  expect(await finish(`${codeInSms(office).slice(0, 3)} ${codeInSms(office).slice(3)}`)).toEqual({
    exitCode: 0,
    stdout: shownRegistration(portal, { method: 'sms' }),
    stderr: '',
  });
});

test('after five wrong codes the access code is good for another registration', async () => {
  await begin();
  for (let count = 1; count <= 5; count += 1) await activate('7F3K-9QXM');
  expect(await remembered(office)).toEqual([]);
  expect(await begin()).toMatchObject({ exitCode: 10, stderr: '' });
  expect(await activate()).toMatchObject({ exitCode: 10, stderr: '' });
  expect(await finish()).toMatchObject({ exitCode: 0, stderr: '' });
});

test('five wrong first codes end it, too', async () => {
  await begin();
  await activate();
  for (let count = 1; count <= 4; count += 1) expect(await finish(wrong())).toMatchObject({ exitCode: 4 });
  expect(await finish(wrong())).toMatchObject({
    exitCode: 5,
    stderr: expect.stringContaining('Five wrong codes have ended the registration.') as string,
  });
  expect(await remembered(office)).toEqual([]);
});

test('of two people with one letter the first to end has it, and the other is told', async () => {
  await begin();
  await activate();
  const codeOfFirst = codeInSms(office);
  await elsewhere(office, async () => {
    const other = ['--user-name', 'other', '--email', 'other@gasthof-sonnenberg.example', '--restart'];
    await begin(codeInLetter(office), ...other);
    await activate();
    await finish();
  });
  expect(await finish(codeOfFirst)).toMatchObject({
    exitCode: 5,
    stderr: expect.stringContaining('The access code was used already.') as string,
  });
  expect(await remembered(office)).toEqual([]);
});

test('a new password that can’t do is not sent', async () => {
  await begin();
  const before = office.sandbox.exchanges.length;
  const line = 'register --activation-code-stdin --password-stdin --mobile +41791234599 -q';
  for (const unfit of ['eleven char', 'this-is-rita.wirth!']) {
    const ended = await office.run(line, { stdin: `${codeInMail(office)}\n${unfit}\n` });
    expect(ended).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        'Error: The new password can’t be used.\n' +
        'Hint: It needs at least 12 characters, must not contain the user name, and must not be one of the last five.\n',
    });
  }
  expect(answered(office.sandbox, before).filter((one) => one.startsWith('POST'))).toEqual([]);
});
