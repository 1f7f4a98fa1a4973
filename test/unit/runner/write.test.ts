import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ConnectError } from '../../../src/errors.js';
import type { ErrorCode } from '../../../src/errors.js';
import type { Intent } from '../../../src/journal/intents.js';
import { asker } from '../../../src/runner/ask.js';
import type { Change, Consent } from '../../../src/runner/change.js';
import type { Context } from '../../../src/runner/context.js';
import { carryOut } from '../../../src/runner/write.js';
import { translator } from '../../../src/i18n/translate.js';
import { answering } from '../../support/answers.js';
import type { Answers } from '../../support/answers.js';
import { FakeClock } from '../../support/clock.js';
import { emptyFolder } from '../../support/folder.js';

const target = { portal: 'https://a.example/ak095', client: '10001.00' };
const content = JSON.stringify({ email: 'luca@muster.example', mobileNumber: '+41791234512' });
const translate = await translator('en');

interface Bench {
  readonly folder: string;
  readonly clock: FakeClock;
  readonly notices: unknown[];
  /** A run of the same command, as often as wanted; keys are counted over all of them. */
  readonly run: (carry: Change<string>['carryOut'], wish?: Wish) => Promise<string>;
  /** What the journal holds. */
  readonly kept: () => Promise<Intent[]>;
}

interface Wish {
  readonly consent?: Consent;
  readonly answers?: Answers;
  readonly yes?: boolean;
  readonly terminal?: boolean;
  readonly intent?: { readonly operation: string; readonly content: string } | 'none';
}

async function bench(): Promise<Bench> {
  const folder = await emptyFolder();
  const clock = new FakeClock('2026-11-20T08:00:00Z');
  const notices: unknown[] = [];
  let keys = 0;
  const random = { bytes: (count: number) => new Uint8Array(count), uuid: () => `key-${(keys += 1)}` };
  return {
    folder,
    clock,
    notices,
    run(
      carry,
      {
        consent = { kind: 'none' },
        answers = [],
        yes = false,
        terminal = true,
        intent = { operation: 'users.new', content },
      }: Wish = {},
    ) {
      const world = {
        env: {},
        stdin: { isTTY: terminal, line: () => Promise.resolve(undefined) },
        prompt: answering(answers),
        random,
        clock,
      };
      const context = {
        ...{ world, yes, directories: { state: folder, config: folder }, ask: asker(world as never, translate, false) },
        notify: (key: string, params: object) => Promise.resolve(void notices.push([key, params])),
      } as unknown as Context;
      const request = { method: 'POST', path: '/x' };
      const bare: Change<string> = {
        summary: 'users.new.willAdministrator',
        params: {},
        request,
        consent,
        carryOut: carry,
      };
      const change = intent === 'none' ? bare : { ...bare, intent };
      return carryOut(change, context, target);
    },
    async kept() {
      const place = path.join(folder, 'intents');
      const files = await readdir(place).catch(() => []);
      return Promise.all(
        files.map(async (file) => JSON.parse(await readFile(path.join(place, file), 'utf8')) as Intent),
      );
    },
  };
}

const failing = (code: ErrorCode) => (): Promise<string> => Promise.reject(new ConnectError(code));
const begun: Intent = {
  ...target,
  key: 'key-1',
  operation: 'users.new',
  content: createHash('sha256').update(content).digest('hex'),
  begunAt: '2026-11-20T08:00:00.000Z',
};

test('a change is in the journal before it is sent, and no longer once it is made', async () => {
  const { run, kept } = await bench();
  const during: unknown[] = [];
  const result = await run(async (key) => {
    during.push(key, await kept());
    return 'made';
  });
  expect([result, during, await kept()]).toEqual(['made', ['key-1', [begun]], []]);
});

test('the journal holds a digest of the change, and nothing of what it says', async () => {
  const { run, folder, kept } = await bench();
  await expect(run(failing('outcome-unknown'))).rejects.toThrow();
  expect(await kept()).toEqual([begun]);
  const [file = ''] = await readdir(path.join(folder, 'intents'));
  expect(await readFile(path.join(folder, 'intents', file), 'utf8')).not.toMatch(/luca|muster\.example|41791234512/);
});

test.each<ErrorCode>([
  'not-permitted',
  'validation-failed',
  'user-exists',
  'not-found',
  'session-expired',
  'portal-refuses-connection',
  'file-unreadable',
  'idempotency-key-reused',
])('after %s nothing has happened: the next run is a change of its own', async (code) => {
  const { run, kept, notices } = await bench();
  await expect(run(failing(code))).rejects.toMatchObject({ code });
  expect(await kept()).toEqual([]);
  expect(await run((key) => Promise.resolve(key))).toBe('key-2');
  expect(notices).toEqual([]);
});

test.each<ErrorCode>(['outcome-unknown', 'interrupted', 'request-in-progress'])(
  'after %s it may have happened: the next run asks again under the same key, and says so',
  async (code) => {
    const { run, kept, clock, notices } = await bench();
    await expect(run(failing(code))).rejects.toMatchObject({ code });
    clock.advance(3_600_000);
    await expect(run(failing(code))).rejects.toMatchObject({ code });
    expect(await kept()).toEqual([begun]);
    expect(await run((key) => Promise.resolve(key))).toBe('key-1');
    const resuming = ['write.resuming', { at: '2026-11-20T08:00:00.000Z' }];
    expect([notices, await kept()]).toEqual([[resuming, resuming], []]);
  },
);

test('a bug in the middle of it leaves the intent, too', async () => {
  const { run, kept } = await bench();
  await expect(run(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  expect(await kept()).toEqual([begun]);
});

test('another change, and the same one at another client, have keys of their own', async () => {
  const { run, kept } = await bench();
  await expect(run(failing('outcome-unknown'))).rejects.toThrow();
  expect(await run((key) => Promise.resolve(key), { intent: { operation: 'users.new', content: 'other' } })).toBe(
    'key-2',
  );
  expect(await kept()).toEqual([begun]);
});

test('a change that needs no key leaves no trace', async () => {
  const { run, kept } = await bench();
  const intent = 'none';
  await expect(run(failing('outcome-unknown'), { intent })).rejects.toMatchObject({ code: 'outcome-unknown' });
  expect([await run((key) => Promise.resolve(key), { intent }), await kept()]).toEqual(['key-2', []]);
});

const yes: Consent = { kind: 'yes', question: 'sandbox.reset.ask' };
const typed: Consent = {
  kind: 'typed',
  question: 'users.deactivate.ask',
  word: 'beat.keller',
  params: { user: 'Beat', userName: 'beat.keller' },
};
const own: Consent = {
  kind: 'password',
  question: 'users.new.askPassword',
  sources: { option: '--password-stdin', params: { username: 'anna' } },
};
const risky: Consent = {
  ...own,
  first: { question: 'otp.enrol.askReplace', params: { username: 'anna' } },
};

test.each<[string, Wish, string]>([
  ['nothing is asked where nothing has to be agreed to', { consent: { kind: 'none' }, terminal: false }, 'made'],
  ['yes is yes', { consent: yes, answers: [['practice portal', true]] }, 'made'],
  ['no is no', { consent: yes, answers: [['practice portal', false]] }, 'not-confirmed'],
  ['--yes answers for the user', { consent: yes, yes: true, terminal: false }, 'made'],
  ['nobody there is no yes', { consent: yes, terminal: false }, 'prompt-impossible'],
  ['the very word is agreed', { consent: typed, answers: [['beat.keller', 'beat.keller']] }, 'made'],
  ['spaces around the word do no harm', { consent: typed, answers: [['Beat', ' beat.keller ']] }, 'made'],
  ['another word is not', { consent: typed, answers: [['Beat', 'yes']] }, 'not-confirmed'],
  ['the word in other letters is not', { consent: typed, answers: [['Beat', 'Beat.Keller']] }, 'not-confirmed'],
  ['no word is not', { consent: typed, answers: [['Beat', '']] }, 'not-confirmed'],
  ['--yes answers for the word, too', { consent: typed, yes: true, terminal: false }, 'made'],
  ['nobody there types no word', { consent: typed, terminal: false }, 'prompt-impossible'],
  [
    'a password is asked for',
    { consent: own, answers: [['Your own password (anna)', 'hunter2']] },
    'made with hunter2',
  ],
  [
    'a question that comes first is asked first',
    {
      consent: risky,
      answers: [
        ['Replace', true],
        ['Your own password (anna)', 'hunter2'],
      ],
    },
    'made with hunter2',
  ],
  ['its no is a no', { consent: risky, answers: [['Replace', false]] }, 'not-confirmed'],
  [
    '--yes answers it, and not the password',
    { consent: risky, yes: true, answers: [['Your own password (anna)', 'hunter2']] },
    'made with hunter2',
  ],
  ['--yes is no password', { consent: own, yes: true, terminal: false }, 'prompt-impossible'],
])('%s', async (_what, wish, expected) => {
  const { run, kept } = await bench();
  let carried = 0;
  const carry = (_key: string, password: { reveal(): string }): Promise<string> => {
    carried += 1;
    return Promise.resolve(password.reveal() === '' ? 'made' : `made with ${password.reveal()}`);
  };
  const outcome = await run(carry, wish).catch((error: unknown) => (error as ConnectError).code);
  expect([outcome, carried, await kept()]).toEqual([expected, expected.startsWith('made') ? 1 : 0, []]);
});
