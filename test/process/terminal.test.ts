import { spawn } from '@lydell/node-pty';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

let practice: Practice;
beforeAll(async () => (practice = await startPractice()));
afterAll(() => practice.close());

interface Screen {
  readonly exitCode: number;
  readonly text: string;
}

/** Runs the real program in a real terminal; each answer is typed once its question is on the screen. */
async function inTerminal(
  args: readonly string[],
  answers: readonly (readonly [question: string, keys: string])[],
  env: Readonly<Record<string, string>> = {},
): Promise<Screen> {
  const terminal = spawn(process.execPath, [path.resolve('bin/connect.js'), ...args], {
    cols: 100,
    rows: 30,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', CONNECT_LANG: 'en', ...practice.env, ...env },
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
    terminal.write(keys);
  });
  const exitCode = await new Promise<number>((resolve) => terminal.onExit((ended) => resolve(ended.exitCode)));
  return { exitCode, text };
}

test('login asks for the password without showing it, and puts the result on the screen', async () => {
  const { CONNECT_TOTP_SECRET_FILE = '' } = await practice.secretsOf('anna.muster');
  const screen = await inTerminal(
    ['login', practice.portal()],
    [
      ['User name', 'anna.muster\r'],
      ['Password of anna.muster', 'uebung-macht-meister\r'],
    ],
    { CONNECT_TOTP_SECRET_FILE },
  );
  expect(screen.exitCode).toBe(0);
  expect(screen.text).not.toContain('uebung-macht-meister');
  expect(screen.text).toMatch(/signed in.*yes/);
});

test('Ctrl-C at a question ends with 130 and changes nothing', async () => {
  const screen = await inTerminal(
    ['login', practice.portal(), '-u', 'luca.bianchi'],
    [['Password of luca.bianchi', '\u0003']],
  );
  expect(screen.exitCode).toBe(130);
  expect(screen.text).toContain('Interrupted.');
  expect((await practice.connect(['config', 'get', 'username', '-o', 'json'])).stdout).not.toContain('luca.bianchi');
});

test('asks for a new user in the reader’s language, down to the words of the keys', async () => {
  const signedIn = await practice.secretsOf('anna.muster');
  expect((await inTerminal(['login', practice.portal(), '-u', 'anna.muster', '--ensure'], [], signedIn)).exitCode).toBe(
    0,
  );
  const screen = await inTerminal(
    ['users', 'new', '-c', '10001.00', '--lang', 'de'],
    [
      ['E-Mail-Adresse', 'lea@muster.example\r'],
      ['Vorname', 'Lea\r'],
      ['Nachname', 'Neu\r'],
      ['↑↓ bewegen · ⏎ auswählen', '\r'],
      ['Handynummer', '+41791234599\r'],
      ['(j/N)', 'n\r'],
      ['↑↓ bewegen · Leertaste auswählen · a alle · i die anderen · ⏎ fertig', ' \r'],
      // Ctrl-T, which would show a password in other programs.
      ['Passwort', '\x14uebung-macht-meister\x14\r'],
    ],
  );
  expect(screen.text).toMatch(/Benutzername.*lea@muster\.example/);
  expect(screen.text).toMatch(/Status.*eingeladen/);
  expect(screen.text).not.toContain('uebung');
  expect(screen.exitCode).toBe(0);
});
