import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errorExitCodes } from '../../src/errors.js';
import { languages } from '../../src/i18n/translate.js';
import { attemptsLeft, failureTexts, reportWords as words } from '../support/failure-texts.js';
import type { FailureName } from '../support/failure-texts.js';
import { createUser } from '../support/changes.js';
import type { Circumstances, Run } from '../support/desk.js';
import { lastRequestId } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

interface Failure {
  readonly code: keyof typeof errorExitCodes;
  readonly exitCode: number;
  /** `request`: it was refused by the portal. `attempt`: there was a request, and no portal that could note it. */
  readonly portal: 'request' | 'attempt' | 'none';
  /** Each time it is one of five wrong answers. */
  readonly counted?: true;
  readonly arrange?: (office: Office) => Promise<unknown>;
  readonly line: string;
  readonly given?: (office: Office) => Circumstances;
}

const logInAs = (userName: string) => `login PORTAL -u ${userName} --password-stdin --otp-stdin`;
const secrets = (one: string, code: string): Circumstances => ({ stdin: `${one}\n${code}\n` });
const usedCodes = new WeakMap<Office, string>();

const failures: Readonly<Record<FailureName, Failure>> = {
  'wrong password': {
    code: 'credentials-invalid',
    exitCode: 4,
    portal: 'request',
    counted: true,
    line: logInAs('luca.bianchi'),
    given: () => secrets('not the password', '123456'),
  },
  'wrong code': {
    code: 'code-invalid',
    exitCode: 4,
    portal: 'request',
    counted: true,
    line: logInAs('luca.bianchi'),
    given: () => secrets(password, '000000'),
  },
  'reused code': {
    code: 'code-used',
    exitCode: 4,
    portal: 'request',
    arrange: async (office) => {
      usedCodes.set(office, office.sandbox.totp('luca.bianchi'));
      const line = logInAs('luca.bianchi').replace('PORTAL', office.sandbox.portal());
      await office.run(line, secrets(password, usedCodes.get(office)!));
    },
    line: logInAs('luca.bianchi'),
    given: (office) => secrets(password, usedCodes.get(office)!),
  },
  'locked user': {
    code: 'user-locked',
    exitCode: 4,
    portal: 'request',
    arrange: async (office) => {
      const line = logInAs('luca.bianchi').replace('PORTAL', office.sandbox.portal());
      for (let wrong = 1; wrong <= 5; wrong += 1) await office.run(line, secrets('not the password', '123456'));
    },
    line: logInAs('luca.bianchi'),
    // Even the right answers are refused now.
    given: (office) => secrets(password, office.sandbox.totp('luca.bianchi')),
  },
  'expired session': {
    code: 'session-expired',
    exitCode: 4,
    portal: 'request',
    arrange: async (office) => {
      await office.signIn('anna.muster');
      office.sandbox.clock.advance(12 * 3_600_000);
    },
    line: 'users list',
  },
  'portal down': {
    code: 'portal-refuses-connection',
    exitCode: 6,
    portal: 'attempt',
    // Nobody ever listens on port 1.
    line: logInAs('luca.bianchi').replace('PORTAL', 'http://127.0.0.1:1/ak095'),
    given: () => secrets(password, '123456'),
  },
  'portal not available': {
    code: 'unavailable',
    exitCode: 6,
    portal: 'request',
    arrange: async (office) => {
      await office.signIn('anna.muster');
      office.sandbox.faults('status=503:*:*');
    },
    line: 'users list',
  },
  'unknown noun': { code: 'unknown-command', exitCode: 2, portal: 'none', line: 'wages list' },
  'unknown verb': { code: 'unknown-command', exitCode: 2, portal: 'none', line: 'users obliterate' },
  'unknown option': { code: 'unknown-option', exitCode: 2, portal: 'none', line: 'users list --bogus' },
  'missing argument': { code: 'missing-argument', exitCode: 2, portal: 'none', line: 'users show' },
  'prompt without a terminal': {
    code: 'prompt-impossible',
    exitCode: 2,
    portal: 'none',
    line: 'login PORTAL -u luca.bianchi',
  },
  'code that nobody could know': {
    code: 'option-missing',
    exitCode: 2,
    portal: 'none',
    arrange: (office) => office.signIn('anna.muster'),
    line: 'otp enrol --password-stdin --otp-stdin',
    given: () => secrets(password, '123456'),
  },
  'unfit new password': {
    code: 'password-unfit',
    exitCode: 5,
    portal: 'none',
    line: 'login PORTAL -u lea.neu --activation-code-stdin --password-stdin',
    given: () => ({ stdin: '7F3K-9QXM\nthis-is-lea.neu!\n' }),
  },
  'wrong password for a change sent before': {
    code: 'idempotency-key-reused',
    exitCode: 5,
    portal: 'request',
    arrange: async (office) => {
      await office.signIn('anna.muster');
      office.sandbox.faults('drop-after-commit=createUser:*');
      const { exitCode } = await office.run(createUser.argv, { stdin: createUser.stdin! });
      office.sandbox.faults();
      expect(exitCode).toBe(9);
    },
    line: `${createUser.argv.join(' ')} -q`,
    given: () => ({ stdin: 'mistyped\n' }),
  },
};

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const fail = async ({ line, given }: Failure, ...more: readonly string[]): Promise<Run> =>
  office.run([...line.replace('PORTAL', office.sandbox.portal()).split(' '), ...more], given?.(office));

const english = /\b(?:the|is|not|of|for|with|and|this|please|try|again|wrong|there|here)\b/i;

describe.each(Object.entries(failures) as [FailureName, Failure][])('%s', (name, failure) => {
  const { code, exitCode, portal } = failure;
  const textIn = (language: (typeof languages)[number]) => {
    const [message = '', hint = ''] = failureTexts[name][language];
    return { message: message.replace('PORTAL', office.sandbox.portal()), hint };
  };

  test('is told in each language, with what to do next', async () => {
    expect(errorExitCodes[code]).toBe(exitCode);
    await failure.arrange?.(office);
    for (const [before, language] of languages.entries()) {
      const { error, hint, request } = words[language];
      const text = textIn(language);
      const ended = await fail(failure, '--lang', language);
      const number = /[\da-f-]{36}$/m.exec(ended.stderr)?.[0] ?? 'none';
      const told = portal === 'none' ? '' : `${request} ${number}\n`;
      const left = failure.counted === true ? `${attemptsLeft[language][3 - before]!}\n` : '';
      expect(ended, language).toEqual({
        exitCode,
        stdout: '',
        stderr: `${error} ${text.message}\n${left}${hint} ${text.hint}\n${told}`,
      });
      if (portal === 'request') expect(number).toBe(lastRequestId(office.sandbox));
      expect(ended.stderr).not.toMatch(/[{}]/);
      if (language !== 'en') expect(ended.stderr).not.toMatch(english);
    }
  });

  test('is one line of JSON for programs', async () => {
    await failure.arrange?.(office);
    const { exitCode: ended, stdout, stderr } = await fail(failure, '-o', 'json', '--lang', 'fr');
    expect({ ended, stdout, lines: stderr.split('\n').length }).toEqual({ ended: exitCode, stdout: '', lines: 2 });
    const { message, hint } = textIn('fr');
    const { params, requestId, ...problem } = JSON.parse(stderr) as Record<string, unknown>;
    const type = `urn:problem-type:connect:${code}`;
    expect(problem).toEqual({ type, title: message, code, exitCode, hint });
    expect(params).toBeTypeOf('object');
    expect((params as { attemptsLeft?: number }).attemptsLeft).toBe(failure.counted === true ? 4 : undefined);
    if (portal === 'none') expect(requestId).toBeUndefined();
    else expect(requestId).toMatch(/^[\da-f-]{36}$/);
    if (portal === 'request') expect(requestId).toBe(lastRequestId(office.sandbox));
  });
});

test('who mistypes a verb is led to the help of its noun', async () => {
  expect(await office.run('salary obliterate')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'Error: There is no command “obliterate”.\nHint: connect salary --help lists the commands.\n',
  });
});

const people = { de: 'anna.muster', fr: 'sophie.blanc', it: 'luca.bianchi', en: 'beat.keller' } as const;

test.each(languages)(
  'each wrong answer says how many are left, and the fifth that there are none: %s',
  async (lang) => {
    const line = `login ${office.sandbox.portal()} -u ${people[lang]} --password-stdin --otp-stdin --lang ${lang}`;
    const wrong = async () => (await office.run(line, secrets('not the password', '123456'))).stderr.split('\n');
    const { error, hint, request } = words[lang];
    const [wrongPassword, whatNext] = failureTexts['wrong password'][lang];
    for (const left of [4, 3, 2, 1]) {
      const ended = await wrong();
      const told = [`${error} ${wrongPassword}`, attemptsLeft[lang][left - 1], `${hint} ${whatNext}`];
      expect(ended).toEqual([...told, `${request} ${lastRequestId(office.sandbox)}`, '']);
    }
    const [message, next] = failureTexts['locked user'][lang];
    const ended = await wrong();
    const id = lastRequestId(office.sandbox);
    expect(ended).toEqual([`${error} ${message}`, `${hint} ${next}`, `${request} ${id}`, '']);
  },
);

test('each failure has a message of its own', () => {
  for (const language of languages) {
    // A word that is no verb and one that is no noun are the same mistake, but other help helps.
    const messages = Object.values(failureTexts).map((text) => text[language].join('\n').replace(/[“«].*[”»]/, ''));
    expect(new Set(messages).size, language).toBe(messages.length);
  }
});
