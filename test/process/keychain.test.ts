import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { program } from '../support/binary.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';
import { itWith } from '../support/tools.js';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

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
