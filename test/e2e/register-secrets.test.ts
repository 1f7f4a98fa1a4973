import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Circumstances } from '../support/desk.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { asRita, codeInLetter, codeInMail, ritasPassword, seedOf } from '../support/registrations.js';

let office: Office;
let talk: string;
beforeEach(async () => {
  office = await openOffice();
  talk = '';
});
afterEach(() => office.close());

async function run(line: readonly string[], exitCode: number, circumstances: Circumstances): Promise<void> {
  const ended = await office.run([...line, '--debug', '-v'], circumstances);
  talk += ended.stdout + ended.stderr;
  expect(ended.exitCode, ended.stderr).toBe(exitCode);
}

async function everyFile(): Promise<string> {
  const entries = await readdir(office.desk.home, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')))).join('\n');
}

test('nothing secret is said or left in a file by a registration, nor by a change of the password', async () => {
  const portal = office.sandbox.portal();
  const changed = 'kanarienvogel im bergwerk';
  const accessCode = codeInLetter(office);
  const begin = ['register', portal, ...asRita, '--access-code-stdin'];
  const activate = ['register', '--activation-code-stdin', '--password-stdin', '--method', 'otp'];
  const screen = { terminal: { stderr: true } };
  let files = '';

  await run(begin, 5, { stdin: 'KANAR1ENV0GL\n' });
  await run(begin, 2, { stdin: 'KANARIENVOGEL\n' });
  office.sandbox.faults('drop-after-commit=startRegistration:*');
  await run(begin, 9, { stdin: `${accessCode}\n` });
  files += await everyFile();
  office.sandbox.faults();
  await run(begin, 10, { stdin: `${accessCode}\n` });
  const activationCode = codeInMail(office);
  await run(activate, 4, { ...screen, stdin: `K4NA-R13N\n${ritasPassword}\n` });
  await run(activate, 10, { ...screen, stdin: `${activationCode}\n${ritasPassword}\n` });
  const seed = seedOf(office);
  files += await everyFile();
  const first = office.sandbox.codeFor(seed);
  await run(['register', '--otp-stdin'], 0, { stdin: `${first}\n` });
  const env = { CONNECT_PASSWORD: ritasPassword, CONNECT_TOTP_SECRET: seed };
  office.sandbox.clock.advance(30_000);
  await run(['login', portal, '-u', 'rita.wirth'], 0, { env });
  const change = ['password', 'change', '--password-stdin', '--new-password-stdin'];
  await run(change, 5, { stdin: `kanarienvogel falsch\n${changed}\n` });
  await run(change, 0, { stdin: `${ritasPassword}\n${changed}\n` });
  files += await everyFile();

  const secrets = [accessCode, activationCode, seed, ritasPassword, changed];
  const mistyped = ['KANAR1ENV0GL', 'KANARIENVOGEL', 'K4NA-R13N', 'kanarienvogel falsch'];
  // The search is worth something only if all of it went over the wire, and the rest was told.
  const wire = office.sandbox.exchanges.map(
    ({ requestBody, responseBody }) => `${String(requestBody)}${String(responseBody)}`,
  );
  expect(secrets.filter((secret) => !wire.join('\n').includes(secret))).toEqual([]);
  expect(talk).toContain('/activation → 200');
  expect(files).toContain('rita.wirth');
  for (const secret of [...secrets, ...mistyped]) {
    expect(talk).not.toContain(secret);
    expect(files).not.toContain(secret);
  }
  expect(talk).not.toMatch(new RegExp(`\\b${first}\\b`));
});
