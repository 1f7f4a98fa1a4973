import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binary, program } from '../support/binary.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';
import { itWith } from '../support/tools.js';

let practice: Practice;
let homes: string;
beforeAll(async () => {
  practice = await startPractice();
  homes = await mkdtemp(path.join(os.tmpdir(), 'connect-homes-'));
});
afterAll(async () => {
  await practice.close();
  await rm(homes, { recursive: true, force: true });
});

const connect = `'${process.execPath}' '${path.resolve('bin/connect.js')}'`;
const lookup = 'secret-tool search --all service connect-portal-cli 2>/dev/null | grep -c "^secret = " || true';

/** Runs lines of shell beside an unlocked gnome-keyring. */
async function besideKeyring(lines: string): ReturnType<typeof program> {
  return program('test/support/keyring-session.sh', ['bash', '-c', lines], {
    env: await practice.secretsOf('anna.muster'),
  });
}

itWith('secret-tool', 'the keychain holds the session from login to logout', async () => {
  const { stdout, stderr, exitCode } = await besideKeyring(`
    echo "before: $(${lookup})"
    ${connect} login ${practice.portal()} -u anna.muster -q >/dev/null
    echo "login: $? entries: $(${lookup})"
    ${connect} users list -o json --query 'length(@)'
    ${connect} config get store -o json --query value
    ${connect} logout -o json --query '[revoked, forgotten]'
    echo "logout: $? entries: $(${lookup})"
    find "$HOME" -name '*.enc'
    grep -rlE '(at|rt)_[A-Za-z0-9_-]{16}' "$HOME/.config" "$HOME/.local/state" 2>/dev/null
    true`);
  expect({ stdout, stderr, exitCode }).toEqual({
    stdout: 'before: 0\nlogin: 0 entries: 1\n7\n"keychain"\n[true,true]\nlogout: 0 entries: 0\n',
    stderr: '',
    exitCode: 0,
  });
});

itWith(
  'gnome-keyring-daemon',
  'a keychain that has no keyring ends login with exit 4 before a code is used up',
  async () => {
    const home = await newHome();
    const { exitCode, stderr } = await program(
      'dbus-run-session',
      ['--', 'bash', '-c', `${connect} login ${practice.portal()} -u anna.muster`],
      { env: { HOME: home, XDG_RUNTIME_DIR: home, ...(await practice.secretsOf('anna.muster')) } },
    );
    expect(exitCode).toBe(4);
    // The bus and the keyring talk on stderr, too.
    expect(stderr).toContain('Error: The keychain of the operating system can’t be reached');
    expect(await ourFiles(home)).toEqual([]);
  },
);

test('without D-Bus login says so at once, ends with exit 4 and writes no file', async () => {
  const home = await newHome();
  const { exitCode, stdout, stderr } = await binary(['login', practice.portal(), '-u', 'anna.muster'], {
    env: { HOME: home, XDG_RUNTIME_DIR: home, ...(await practice.secretsOf('anna.muster')) },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: '' });
  expect(stderr).toMatch(/^Error: The keychain of the operating system can’t be reached: .*\nHint: Nothing was saved/);
  expect(await readdir(home)).toEqual([]);
});

async function newHome(): Promise<string> {
  return mkdtemp(path.join(homes, 'home-'));
}

/** What this program would have written; the keyring keeps files of its own there. */
async function ourFiles(home: string): Promise<readonly string[]> {
  return (await readdir(home, { recursive: true })).filter((file) => file.includes('connect'));
}
