import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ConnectError } from '../../../src/errors.js';
import { translator } from '../../../src/i18n/translate.js';
import type { Env, World } from '../../../src/platform/ports.js';
import { asker } from '../../../src/runner/ask.js';
import type { Ask, SecretSources } from '../../../src/runner/ask.js';
import { answering } from '../../support/answers.js';
import type { Answers } from '../../support/answers.js';
import { emptyFolder } from '../../support/folder.js';

const translate = await translator('en');

interface Desk {
  readonly env?: Env;
  readonly lines?: readonly string[];
  readonly answers?: Answers;
  readonly terminal?: boolean;
  readonly noInput?: boolean;
}

function ask({ env = {}, lines = [], answers = [], terminal = true, noInput = false }: Desk): Ask {
  const left = [...lines];
  const stdin = { isTTY: terminal, line: () => Promise.resolve(left.shift()) };
  return asker({ env, stdin, prompt: answering(answers), cwd: process.cwd() } as unknown as World, translate, noInput);
}

const sources: SecretSources = {
  option: '--password-stdin',
  variable: 'CONNECT_PASSWORD',
  params: { username: 'anna' },
};
const question = 'login.askPassword';

/** The secret that is found, or the code of the error. */
async function secretOf(desk: Desk, given: Partial<SecretSources> = {}): Promise<string> {
  try {
    return (await ask(desk).secret(question, { ...sources, ...given })).reveal();
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return `${error.code} ${JSON.stringify(error.params)}`;
  }
}

const lines = ['from stdin'];
const answers: Answers = [['Password of anna', 'from the prompt']];

async function secretFile(text: string): Promise<string> {
  const file = path.join(await emptyFolder(), 'secret');
  await writeFile(file, text);
  return file;
}

test('stdin decides if it was asked for, then the file, then the variable, then its file, then the prompt', async () => {
  const file = await secretFile('from the file\n');
  const env = {
    CONNECT_PASSWORD: 'from the variable',
    CONNECT_PASSWORD_FILE: await secretFile('from the variable’s file'),
  };
  const named = { CONNECT_PASSWORD_FILE: env.CONNECT_PASSWORD_FILE };
  expect(await secretOf({ env, lines, answers }, { stdin: true, file })).toBe('from stdin');
  expect(await secretOf({ env, lines, answers }, { file })).toBe('from the file');
  expect(await secretOf({ env, lines, answers })).toBe('from the variable');
  expect(await secretOf({ env: named, lines, answers })).toBe('from the variable’s file');
  expect(await secretOf({ lines, answers })).toBe('from the prompt');
});

test('without a variable of its own a secret is looked for in none', async () => {
  const env = { CONNECT_PASSWORD: 'x', undefined: 'y', undefined_FILE: 'z' };
  const { variable: _variable, ...bare } = sources;
  expect((await ask({ env, answers }).secret(question, bare)).reveal()).toBe('from the prompt');
});

test('empty variables count as unset', async () => {
  expect(await secretOf({ env: { CONNECT_PASSWORD: '', CONNECT_PASSWORD_FILE: '' }, answers })).toBe('from the prompt');
});

test.each<[string, Desk]>([
  ['nobody is there', { terminal: false }],
  ['nothing may be asked', { noInput: true, answers }],
])('where %s a missing secret names the option that would have given it', async (_what, desk) => {
  expect(await secretOf(desk)).toBe('prompt-impossible {"option":"--password-stdin"}');
});

test.each([{ lines: [] }, { lines: [''] }])('an empty stdin is not the empty password: %j', async (desk) => {
  expect(await secretOf({ ...desk, answers }, { stdin: true })).toBe('stdin-empty {"option":"--password-stdin"}');
});

test('each secret that comes by stdin takes the next line', async () => {
  const desk = ask({ lines: ['password', '123456'] });
  const take = async (): Promise<string> => (await desk.secret(question, { ...sources, stdin: true })).reveal();
  expect([await take(), await take()]).toEqual(['password', '123456']);
});

test.each([
  ['tökén', 'tökén'],
  ['line one\nline two\n', 'line one'],
  ['windows\r\n', 'windows'],
  ['  spaces count  \n', '  spaces count  '],
  ['\ufeffnotepad\r\n', 'notepad'],
])('of a file %j the first line is the secret', async (text, secret) => {
  expect(await secretOf({}, { file: await secretFile(text) })).toBe(secret);
});

test.each(['', '\n', '\r\nsecond line'])('a file without a first line %j has no secret in it', async (text) => {
  const file = await secretFile(text);
  expect(await secretOf({ answers }, { file })).toBe(
    `secret-file-unreadable ${JSON.stringify({ file, reason: 'empty' })}`,
  );
});

test('a file that is not there is told, by option and by variable, and nobody is asked instead', async () => {
  const file = path.join(await emptyFolder(), 'nothing');
  for (const given of [secretOf({ answers }, { file }), secretOf({ env: { CONNECT_PASSWORD_FILE: file }, answers })]) {
    expect(await given).toMatch(/^secret-file-unreadable .*ENOENT/);
  }
});

test('what was given can be asked for without a prompt', async () => {
  expect((await ask({ env: { CONNECT_PASSWORD: 'x' } }).given(sources))?.reveal()).toBe('x');
  expect(await ask({ answers }).given(sources)).toBeUndefined();
});

test('every kind of question names its option where nobody can answer', async () => {
  const silent = ask({ terminal: false });
  const asked = [
    silent.text('login.askUsername', '--username'),
    silent.choose('users.new.askLanguage', '--language', []),
    silent.chooseSeveral('users.new.askThemes', '--theme', []),
    silent.confirm('sandbox.reset.ask', '--yes'),
    silent.typed('users.deactivate.ask', '--yes'),
  ];
  const outcomes = await Promise.all(
    asked.map((one) => one.catch((error: unknown) => (error as ConnectError).params['option'])),
  );
  expect([silent.possible, outcomes]).toEqual([false, ['--username', '--language', '--theme', '--yes', '--yes']]);
});

test('questions are put in the reader’s language, and their answers come back', async () => {
  const asking = ask({
    answers: [
      ['User name', 'anna'],
      ['Language', 'de'],
      ['Themes', ['messages']],
      ['Forget everything', true],
      ['Type the user name beat.keller', 'beat'],
    ],
  });
  expect([
    await asking.text('login.askUsername', '-u'),
    await asking.choose('users.new.askLanguage', '-l', []),
    await asking.chooseSeveral('users.new.askThemes', '-t', []),
    await asking.confirm('sandbox.reset.ask', '-y'),
    await asking.typed('users.deactivate.ask', '-y', { userName: 'beat.keller', user: 'Beat' }),
  ]).toEqual(['anna', 'de', ['messages'], true, 'beat']);
});

test('an answer that does not fit is sent back with what was expected', async () => {
  const settings = { check: (answer: string) => answer.includes('@'), expected: 'name@example.ch' };
  const asking = (answer: string): Promise<string> =>
    ask({ answers: [['E-mail', answer]] }).text('users.new.askEmail', '--email', settings);
  expect(await asking('a@b.ch')).toBe('a@b.ch');
  await expect(asking('a')).rejects.toThrow('refused: This does not fit. Expected: name@example.ch');
});

test('choices from a portal can not command the terminal', async () => {
  const offered: string[] = [];
  const prompt = {
    choose: (_question: string, choices: readonly { name: string }[]) =>
      Promise.resolve(String(offered.push(...choices.map(({ name }) => name)))),
  };
  const world = { env: {}, stdin: { isTTY: true }, prompt } as unknown as World;
  await asker(world, translate, false).choose('users.new.askLanguage', '-l', [{ value: 'x', name: 'a\u001b[2J\nb' }]);
  expect(offered).toEqual(['a\ufffd[2J b']);
});
