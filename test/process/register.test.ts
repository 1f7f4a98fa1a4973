import { spawn } from '@lydell/node-pty';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { totp } from '../../sandbox/index.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

let practice: Practice;
beforeAll(async () => (practice = await startPractice()));
afterAll(() => practice.close());

const password = 'kanarienvogel im bergwerk';

interface Item {
  readonly client: string | null;
  readonly to: string;
  readonly code: string;
}

/** The code of the last item of that kind that fits. */
async function codeIn(kind: string, fits: (item: Item) => boolean): Promise<string> {
  const { stdout } = await practice.connect(['sandbox', 'outbox', '--kind', kind, '-o', 'json']);
  return (JSON.parse(stdout) as Item[]).findLast(fits)?.code ?? '';
}

const codeInLetter = () => codeIn('letter', ({ client }) => client === '20002.00');
const codeInMail = () => codeIn('email', ({ to }) => to === 'rita@gasthof-sonnenberg.example');

type Keys = string | ((screen: string) => string | Promise<string>);

interface Screen {
  readonly exitCode: number;
  readonly signal: number | undefined;
  readonly text: string;
}

/** The real program in a real terminal; what is typed at a question may have to be looked up first. */
async function inTerminal(
  args: readonly string[],
  answers: readonly (readonly [question: string, keys: Keys | { readonly kill: NodeJS.Signals }])[],
): Promise<Screen> {
  const terminal = spawn(process.execPath, [path.resolve('bin/connect.js'), ...args], {
    cols: 100,
    rows: 60,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', CONNECT_LANG: 'en', ...practice.env },
  });
  const left = [...answers];
  let text = '';
  let unread = '';
  terminal.onData((data) => {
    text += data;
    unread += data;
    const [question, keys] = left[0] ?? [];
    if (question === undefined || keys === undefined || !unread.includes(question)) return;
    left.shift();
    unread = '';
    if (typeof keys === 'object') process.kill(terminal.pid, keys.kill);
    else void Promise.resolve(typeof keys === 'string' ? keys : keys(text)).then((typed) => terminal.write(typed));
  });
  return new Promise((resolve) => terminal.onExit(({ exitCode, signal }) => resolve({ exitCode, signal, text })));
}

const person = [
  ...['--email', 'rita@gasthof-sonnenberg.example', '--first-name', 'Rita', '--last-name', 'Wirth'],
  ...['--user-name', 'rita.wirth'],
];

test('the real program registers in a terminal, killed and interrupted on the way, and shows no secret', async () => {
  const portal = practice.portal();
  const accessCode = await codeInLetter();
  const killed = await inTerminal(
    ['register', portal, ...person],
    [
      ['Access code from the letter', `${accessCode.toLowerCase()}\r`],
      ['Activation code from the e-mail', { kill: 'SIGKILL' }],
    ],
  );
  expect(killed.signal).toBe(9);
  const activationCode = await codeInMail();
  const interrupted = await inTerminal(
    ['register'],
    [
      ['Activation code from the e-mail', `${activationCode}\r`],
      ['New password', '\u0003'],
    ],
  );
  expect(interrupted.exitCode).toBe(130);
  expect(interrupted.text).toContain('Go on with the registration of rita.wirth for Gasthof Sonnenberg AG');
  expect(interrupted.text).toContain('The registration goes on from here until');
  let seed = '';
  const finished = await inTerminal(
    ['register', '--show-secret'],
    [
      ['Activation code from the e-mail', `${activationCode}\r`],
      ['New password', `${password}\r`],
      ['New password, once more', `${password}\r`],
      ['Second factor', '\r'],
      [
        'Code that the app shows',
        (screen) => {
          seed = /secret=([A-Z2-7]+)/.exec(screen.replaceAll(/\s/g, ''))?.[1] ?? '';
          return `${totp(seed, Math.floor(Date.now() / 30_000))}\r`;
        },
      ],
    ],
  );
  expect(finished.text).toMatch(/state.*complete/);
  expect(finished.text).toMatch(/▄|▀/);
  expect(finished.exitCode).toBe(0);
  for (const { text } of [killed, interrupted, finished]) {
    for (const secret of [accessCode, accessCode.toLowerCase(), activationCode, password])
      expect(text).not.toContain(secret);
  }
  expect(await everyFile()).not.toMatch(new RegExp([accessCode, activationCode, password, seed].join('|')));
});

/** Whatever the program has left of its own. */
async function everyFile(): Promise<string> {
  const folder = practice.env['CONNECT_CONFIG_DIR'] ?? '';
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('portal'));
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'latin1')));
  return texts.join('\n');
}
