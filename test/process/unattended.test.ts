import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { totpSecretOf } from '../../sandbox/index.js';
import type { Ended } from '../support/binary.js';
import { FakeClock } from '../support/clock.js';
import { emptyFolder } from '../support/folder.js';
import { answered } from '../support/logins.js';
import { whenAnswering } from '../support/moments.js';
import { password } from '../support/office.js';
import { startSandbox } from '../support/sandbox.js';
import type { TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let home: string;
let work: string;
let before: number;
beforeAll(async () => {
  // The program is a process of its own and lives in real time.
  sandbox = await startSandbox({ clock: new FakeClock(new Date()) });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  [home, work] = [await emptyFolder(), await emptyFolder()];
  before = sandbox.exchanges.length;
});
afterEach(async () => {
  sandbox.faults();
  expect(await readdir(home, { recursive: true })).toEqual([]);
});

/** As a job on GitHub Actions has it: no terminal, no D-Bus, an empty home, and what the job sets. */
function environment(userName: string, fund = '095'): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: work,
    LANG: 'C.UTF-8',
    CONNECT_CREDENTIAL_STORE: 'memory',
    CONNECT_PORTAL: sandbox.portal(fund),
    CONNECT_USERNAME: userName,
    CONNECT_PASSWORD: password,
    CONNECT_TOTP_SECRET: totpSecretOf(fund, userName),
  };
}

function start(line: string, env: Readonly<Record<string, string>>) {
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  return spawn(process.execPath, [path.resolve('bin/connect.js'), ...line.split(' ')], {
    env,
    stdio: [...stdio],
    cwd: work,
  });
}

async function job(line: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = start(line, env);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exitCode, stdout, stderr };
}

const since = () => answered(sandbox, before);

test('a list logs in by itself, prints JSON, and logs out', async () => {
  const { exitCode, stdout, stderr } = await job('users list -o json', environment('anna.muster'));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const users = JSON.parse(stdout) as { userName: string }[];
  expect(users.map(({ userName }) => userName)).toContain('luca.bianchi');
  expect(since()).toEqual([
    ...['POST /login/password 200', 'POST /login/code 200'],
    ...['GET /clients 200', 'GET /clients/10001.00/users 200', 'DELETE /session 204'],
  ]);
});

test('status tells whether the variables are right, and that nothing is kept', async () => {
  const { exitCode, stdout, stderr } = await job('status -o json', environment('luca.bianchi'));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ username: 'luca.bianchi', signedIn: true, store: 'memory' });
});

test.each([
  ['wrong password', { CONNECT_PASSWORD: 'ein falsches Passwort' }, 4, 'credentials-invalid'],
  ['wrong seed', { CONNECT_TOTP_SECRET: totpSecretOf('095', 'marc.dubois') }, 4, 'code-invalid'],
  ['seed that is none', { CONNECT_TOTP_SECRET: 'geheim' }, 2, 'totp-secret-malformed'],
  ['portal that is not there', { CONNECT_PORTAL: 'http://127.0.0.1:1/ak095' }, 6, 'portal-refuses-connection'],
  ['no secrets, as in a fork', { CONNECT_PASSWORD: '', CONNECT_TOTP_SECRET: '' }, 4, 'login-incomplete'],
  ['no portal', { CONNECT_PORTAL: '' }, 4, 'login-incomplete'],
])('%s: exit code and error are right, and nothing is tried twice', async (_case, variables, exitCode, code) => {
  const ended = await job('users list -o json', { ...environment('beat.keller'), ...variables });
  expect({ ...ended, stderr: JSON.parse(ended.stderr) as unknown }).toMatchObject({
    ...{ exitCode, stdout: '' },
    stderr: { code, exitCode },
  });
  expect(since().filter((request) => request.startsWith('POST /login/password')).length).toBeLessThanOrEqual(1);
});

test('what is missing is named, all of it', async () => {
  const env = { ...environment('beat.keller'), CONNECT_PASSWORD: '', CONNECT_TOTP_SECRET: '' };
  expect(await job('users list', env)).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'Error: With CONNECT_CREDENTIAL_STORE=memory every command logs in by itself, and for that something is missing: CONNECT_PASSWORD[_FILE], CONNECT_TOTP_SECRET[_FILE]\n' +
      'Hint: Set the variables, or files with the secrets by those that end in _FILE. In CI they belong into the secrets of the job.\n',
  });
  expect(since()).toEqual([]);
});

test('a run that fails logs out all the same', async () => {
  const ended = await job('users show nobody -o json', environment('marc.dubois'));
  expect(ended).toMatchObject({ exitCode: 3, stdout: '' });
  expect(since().at(-1)).toBe('DELETE /session 204');
});

test('a run that is interrupted logs out all the same', async () => {
  // So that it waits when the signal comes.
  sandbox.faults('status=503:listUsers:*:60');
  const child = start('users list', environment('reto.frei'));
  whenAnswering(sandbox, /GET .*users/, () => child.kill('SIGTERM'));
  const [stdout, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
  expect(since().at(-1)).toBe('DELETE /session 204');
});

test('a portal that does not take the logout changes no exit code and is told about under -v only', async () => {
  sandbox.faults('status=500:endSession:*');
  const quiet = await job('users list -o json --query length(@)', environment('yves.clerc'));
  expect(quiet).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^\d+\n$/) as string, stderr: '' });
  const loud = await job('users list -v', environment('sophie.blanc'));
  expect(loud.stderr).toMatch(/DELETE \/ak095\/api\/v1\/session → 500/);
});

test.each(['login', 'logout', 'login --ensure'])('connect %s explains that there is nothing to keep', async (line) => {
  expect(await job(line, environment('beat.keller'))).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: CONNECT_CREDENTIAL_STORE=memory keeps nothing: every command logs in by itself, and out at its end.\n' +
      'Hint: Leave connect login and logout away. To keep a session between commands, remove the variable, or set it to keychain or file.\n',
  });
  expect(since()).toEqual([]);
});
