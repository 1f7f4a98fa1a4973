import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { binary, privatePlace, program } from '../support/binary.js';
import { createUser, intents, timesMade } from '../support/changes.js';
import { FakeClock } from '../support/clock.js';
import { answeredLate } from '../support/late-answers.js';
import { answered } from '../support/logins.js';
import { whenAnswering, whenWaiting } from '../support/moments.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { startSandbox } from '../support/sandbox.js';
import { tinyPortal } from '../support/tiny-portal.js';

let office: Office;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

const interrupted = { exitCode: 130, stdout: '', stderr: 'Error: Interrupted.\n' };
const since = () => answered(office.sandbox, before);

test('sends nothing any more when it was interrupted before', async () => {
  const before = office.sandbox.dump();
  const ended = await office.run('users deactivate luca.bianchi --yes', { interrupted: AbortSignal.abort() });
  expect(ended).toEqual(interrupted);
  expect(await office.run('users list -q')).toMatchObject({ exitCode: 0 });
  expect(since()).toEqual(['GET /clients 200', 'GET /clients/10001.00/users 200']);
  expect(office.sandbox.dump()).toEqual(before);
});

test('shows no half of a list whose answer it did not wait for', async () => {
  const ctrlC = new AbortController();
  whenAnswering(office.sandbox, /users[?]/, () => ctrlC.abort());
  expect(await office.run('users list', { interrupted: ctrlC.signal })).toEqual(interrupted);
  expect(since()).toEqual(['GET /clients 200', 'GET /clients/10001.00/users 200']);
});

test('does not wait any longer for a portal that has asked for patience', async () => {
  const ctrlC = new AbortController();
  office.sandbox.faults('status=503:listUsers:*:60');
  const begun = office.sandbox.clock.now();
  whenWaiting(office.sandbox, () => ctrlC.abort());
  expect(await office.run('users list', { interrupted: ctrlC.signal })).toEqual(interrupted);
  // The second is the most that a run may take to put things in order; this one had nothing to.
  expect(office.sandbox.clock.slept).toEqual([60_000, 10_000]);
  expect(office.sandbox.clock.now()).toEqual(begun);
  expect(since()).toEqual(['GET /clients 200', 'GET /clients/10001.00/users 503']);
});

test('waits ten seconds at most for a keychain that never answers', async () => {
  const ctrlC = new AbortController();
  office.desk.keychain.get = () => {
    ctrlC.abort();
    return new Promise(() => undefined);
  };
  expect(await office.run('users list', { interrupted: ctrlC.signal })).toEqual(interrupted);
  expect(office.sandbox.clock.slept).toEqual([10_000]);
});

test('makes no change when it was interrupted at the question', async () => {
  const ctrlC = new AbortController();
  const ended = await office.run('users deactivate luca.bianchi -q', {
    interrupted: ctrlC.signal,
    terminal: { stdin: true },
    answers: [
      answeredLate('luca.bianchi', () => {
        ctrlC.abort();
        return 'luca.bianchi';
      }),
    ],
  });
  expect(ended).toEqual(interrupted);
  expect((await office.run('users show luca.bianchi --fields status')).stdout).toBe('status\tactive\n');
});

test('finds out the next time what came of a change whose answer it did not wait for', async () => {
  const ctrlC = new AbortController();
  whenAnswering(office.sandbox, /^POST .*users$/, () => ctrlC.abort());
  const stdin = createUser.stdin!;
  expect(await office.run([...createUser.argv, '-q'], { stdin, interrupted: ctrlC.signal })).toEqual(interrupted);
  expect(await intents(office)).toHaveLength(1);
  expect(await office.run([...createUser.argv, '-q'], { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(timesMade(office, createUser)).toBe(1);
  expect(await intents(office)).toEqual([]);
});

test('keeps no session of a login that was interrupted', async () => {
  const ctrlC = new AbortController();
  whenAnswering(office.sandbox, /login[/]code/, () => ctrlC.abort());
  const line = `login ${office.sandbox.portal()} -u luca.bianchi --password-stdin --otp-stdin -q`;
  const stdin = `${password}\n${office.sandbox.totp('luca.bianchi')}\n`;
  expect(await office.run(line, { stdin, interrupted: ctrlC.signal })).toEqual(interrupted);
  expect([...office.desk.keychain.entries.keys()]).toEqual([`${office.sandbox.portal()} anna.muster`]);
});

test('is told to programs as an error like any other', async () => {
  const ended = await office.run('users list -o json --lang de', { interrupted: AbortSignal.abort() });
  expect({ ...ended, stderr: JSON.parse(ended.stderr) as unknown }).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: {
      type: 'urn:problem-type:connect:interrupted',
      title: 'Abgebrochen.',
      code: 'interrupted',
      exitCode: 130,
      hint: '',
      params: {},
    },
  });
});

test('the real program ends with 130 when Ctrl-C comes during a request', async () => {
  const { env, remove } = await privatePlace();
  onTestFinished(remove);
  const silent = await tinyPortal(() => child.kill('SIGINT'));
  const line = ['login', `${silent.origin}/ak095`, '-u', 'anna.muster', '--password-stdin', '--otp-stdin'];
  const child = spawn(process.execPath, [path.resolve('bin/connect.js'), ...line], {
    env: { ...process.env, ...env, CONNECT_LANG: 'en' },
  });
  child.stdin.end(`${password}\n123456\n`);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  expect({ exitCode, stdout, stderr }).toEqual(interrupted);
  expect(silent.received).toHaveLength(1);
});

test.each([['--help'], ['version'], ['config', 'list']])(
  'the real program is content if nobody reads its output: connect %s',
  async (...argv) => {
    const { env, remove } = await privatePlace();
    onTestFinished(remove);
    const child = spawn(process.execPath, [path.resolve('bin/connect.js'), ...argv], {
      env: { ...process.env, ...env },
    });
    // Closed before the program has even begun to write.
    child.stdout.destroy();
    const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'close') as Promise<[number]>]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  },
);

test('the real program can be read by head, which takes one line and goes', async () => {
  const { env, place, remove } = await privatePlace();
  onTestFinished(remove);
  const sandbox = await startSandbox({ clock: new FakeClock(new Date()) });
  onTestFinished(() => sandbox.close());
  const login = ['login', sandbox.portal(), '-u', 'anna.muster', '--password-stdin', '--otp-stdin', '-q'];
  const input = `${password}\n${sandbox.totp('anna.muster')}\n`;
  expect(await binary(login, { env, input })).toMatchObject({ exitCode: 0, stderr: '' });
  const script = '{ "$NODE" bin/connect.js messages list -o ndjson --fields sentAt; echo $? > "$ENDED"; } | head -n 1';
  const ended = await program('sh', ['-c', script], {
    env: { ...env, NODE: process.execPath, ENDED: path.join(place, 'ended') },
  });
  expect(ended).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: expect.stringMatching(/^\{"sentAt":"[\d:T+-]+"\}\n$/) as string,
  });
  expect(await readFile(path.join(place, 'ended'), 'utf8')).toBe('0\n');
});
