import { spawn } from '@lydell/node-pty';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { stepAt, totp } from '../../sandbox/index.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';
import { qrLines, readQr } from '../support/qr-image.js';
import { itWith } from '../support/tools.js';

let practice: Practice;
beforeAll(async () => (practice = await startPractice()));
afterAll(() => practice.close());

/** Runs the real program in a terminal of 80 columns; once the question is there, types what follows from the screen. */
async function atQuestion(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  question: string,
  answer: (screen: string) => string,
): Promise<{ readonly exitCode: number; readonly text: string }> {
  const terminal = spawn(process.execPath, [path.resolve('bin/connect.js'), ...args], {
    cols: 80,
    rows: 24,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', CONNECT_LANG: 'en', ...practice.env, ...env },
  });
  let text = '';
  let answered = false;
  terminal.onData((data) => {
    text += data;
    if (answered || !text.includes(question)) return;
    answered = true;
    terminal.write(`${answer(text)}\r`);
  });
  const exitCode = await new Promise<number>((resolve) => terminal.onExit((ended) => resolve(ended.exitCode)));
  return { exitCode, text };
}

itWith(
  'zbarimg',
  'a phone reads the code off a terminal of 80 columns and 24 lines, and its first code is right',
  async () => {
    const secrets = await practice.secretsOf('anna.muster');
    const login = await practice.connect(['login', practice.portal(), '-u', 'anna.muster'], { env: secrets });
    expect(login).toMatchObject({ exitCode: 0 });
    const read: Record<string, string> = {};
    let lines = 0;
    const { exitCode, text } = await atQuestion(
      ['otp', 'enrol', '--yes'],
      secrets,
      'Code that the app shows',
      (screen) => {
        const drawn = screen.replaceAll('\r\n', '\n');
        lines = qrLines(drawn).length;
        for (const terminal of ['dark', 'light'] as const) read[terminal] = readQr(drawn, practice.place, { terminal });
        const secret = new URL(read['dark'] ?? 'x:').searchParams.get('secret') ?? '';
        return totp(secret, stepAt(Date.now()));
      },
    );
    expect(read['dark']).toMatch(
      /^otpauth:\/\/totp\/connect%20ak095:anna\.muster\?secret=[A-Z2-7]{32}&issuer=connect%20ak095$/,
    );
    // With the line between them and that of the question.
    expect(lines).toBeLessThanOrEqual(22);
    expect(read['light']).toBe(read['dark']);
    expect(exitCode).toBe(0);
    expect(text).toMatch(/second factor.*authenticator app, SMS/);
    expect(text).not.toContain(new URL(read['dark'] ?? 'x:').searchParams.get('secret'));
  },
);
