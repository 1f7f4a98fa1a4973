import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { binary, privatePlace } from '../support/binary.js';
import { emptyFolder } from '../support/folder.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

interface State {
  readonly running: boolean;
  readonly origin: string | null;
  readonly portals: readonly string[];
  readonly pid: number | null;
  readonly personas: readonly { userName: string }[];
}

describe('while it runs', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice();
    const login = ['login', practice.portal(), '--username', 'anna.muster', '-q'];
    const ended = await practice.connect(login, { env: await practice.secretsOf('anna.muster') });
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });
  afterAll(() => practice.close());
  const directory = () => path.join(practice.place, 'portal');
  const status = async () => {
    const ended = await practice.connect(['sandbox', 'status', '-o', 'json']);
    return { exitCode: ended.exitCode, ...(JSON.parse(ended.stdout) as State) };
  };
  const letters = async () => {
    const { stdout } = await practice.connect(['sandbox', 'outbox', '--kind', 'letter', '-o', 'json']);
    return JSON.parse(stdout) as readonly { kind: string; code: string; text: string }[];
  };
  const createUser = (name: string) =>
    practice.connect(
      [
        ...['users', 'new', '--email', `${name}@muster.example`, '--first-name', name, '--last-name', 'Neu'],
        ...['--language', 'de', '--mobile', '+41791234512', '--theme', 'messages', '--password-stdin', '-q'],
      ],
      { input: 'uebung-macht-meister\n' },
    );
  const isThere = async (name: string) => {
    const { stdout } = await practice.connect(['users', 'list', '--search', `${name}@`, '--fields', 'email']);
    return stdout === `${name}@muster.example\n`;
  };

  test('status shows where, with whom and for how long', async () => {
    const { exitCode, running, origin, portals, personas } = await status();
    expect({ exitCode, running }).toEqual({ exitCode: 0, running: true });
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(portals).toEqual([`${origin ?? ''}/ak095`, `${origin ?? ''}/ak060`]);
    expect(personas.map(({ userName }) => userName)).toContain('sara.treuhand');
    const { stdout } = await practice.connect(['sandbox', 'status']);
    expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual([
      ...['running', 'portals', 'now', 'pid', 'directory', ''],
    ]);
  });

  test('what steers it is the owner’s alone', async () => {
    expect((await stat(directory())).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(directory(), 'control.json'))).mode & 0o777).toBe(0o600);
  });

  test('a second start in the same directory is refused, and the first runs on', async () => {
    const { origin, pid } = await status();
    expect(await practice.connect(['sandbox', 'start'])).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: A practice portal runs in ${directory()} already: ${origin ?? ''}\n` +
        'Hint: connect sandbox status shows it, connect sandbox stop ends it.\n',
    });
    expect(await status()).toMatchObject({ origin, pid });
  });

  test('the outbox alone shows the code of a letter', async () => {
    const before = await letters();
    const asked = await practice.connect(['codes', 'request', '--reason', 'other', '--yes', '--debug']);
    const [letter] = (await letters()).slice(before.length);
    expect(asked.exitCode).toBe(0);
    expect(letter?.code).toMatch(/^[A-Z0-9]{12}$/);
    expect(letter?.text).toContain(letter?.code);
    expect(asked.stdout + asked.stderr).not.toContain(letter?.code);
  });

  test('reset asks, and without an answer forgets nothing', async () => {
    expect((await createUser('eins')).exitCode).toBe(0);
    const asked = await practice.connect(['sandbox', 'reset']);
    expect(asked).toMatchObject({ exitCode: 2, stdout: '' });
    expect(asked.stderr).toContain('Give the answer beforehand: --yes');
    expect(await practice.connect(['sandbox', 'reset', '--dry-run'])).toMatchObject({ exitCode: 0 });
    expect(await isThere('eins')).toBe(true);
  });

  test('its state survives being killed in the middle, and the session goes on', async () => {
    expect((await createUser('zwei')).exitCode).toBe(0);
    const { pid, origin } = await status();
    process.kill(pid ?? 0, 'SIGKILL');
    const gone = await practice.connect(['users', 'list']);
    expect(gone).toMatchObject({ exitCode: 6, stdout: '' });
    expect(gone.stderr).toContain(`Nobody answers at ${practice.portal()}: the connection was refused.`);
    expect(await status()).toMatchObject({ exitCode: 3, running: false, origin: null, pid: null });
    const port = new URL(origin ?? '').port;
    expect(await practice.connect(['sandbox', 'start', '--port', port, '-q'])).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect(await isThere('zwei')).toBe(true);
  });

  test('reset --yes puts it back to its beginning, at the same address', async () => {
    const { origin } = await status();
    const ended = await practice.connect(['sandbox', 'reset', '--yes', '-o', 'json']);
    expect(ended.exitCode).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ running: true, origin });
    // The sessions are among what was forgotten.
    expect(await practice.connect(['users', 'list'])).toMatchObject({ exitCode: 4, stdout: '' });
    const login = ['login', practice.portal(), '--username', 'anna.muster', '-q'];
    const again = await practice.connect(login, { env: await practice.secretsOf('anna.muster') });
    expect(again).toMatchObject({ exitCode: 0 });
    expect(await isThere('zwei')).toBe(false);
  });

  test('stop ends it; then there is nothing to stop, to reset or to look into', async () => {
    const { pid } = await status();
    expect(await practice.connect(['sandbox', 'stop', '-o', 'json'])).toMatchObject({
      exitCode: 0,
      stdout: `${JSON.stringify({ stopped: true, pid, directory: directory() })}\n`,
      stderr: '',
    });
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
    await expect(stat(path.join(directory(), 'control.json'))).rejects.toThrow('ENOENT');
    for (const words of [['stop'], ['reset', '--yes'], ['outbox']]) {
      expect(await practice.connect(['sandbox', ...words])).toEqual({
        exitCode: 3,
        stdout: '',
        stderr: `Error: No practice portal runs in ${directory()}.\nHint: connect sandbox start\n`,
      });
    }
  });
});

describe('that can’t begin', () => {
  const start = async (...options: readonly string[]) => {
    const { place, env, remove } = await privatePlace();
    onTestFinished(remove);
    return { place, ended: await binary(['sandbox', 'start', ...options], { env }) };
  };
  const failed = (reason: string) => ({
    exitCode: 5,
    stdout: '',
    stderr: `Error: The practice portal did not start: ${reason}\n`,
  });

  test('because the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { ended } = await start('--port', String(port));
    expect(ended).toEqual(failed(`sandbox: port ${port} is in use`));
  });

  test('because the folder holds something else', async () => {
    const folder = await emptyFolder();
    await writeFile(path.join(folder, 'wages.xml'), 'precious');
    const { ended } = await start('--directory', folder);
    expect(ended).toEqual(failed(`sandbox: ${folder} holds something else than a sandbox; choose an empty directory`));
    expect(await readFile(path.join(folder, 'wages.xml'), 'utf8')).toBe('precious');
  });

  test.each([
    ['--clock', '2026-11-20T09:00'],
    ['--scale', 'users=many'],
    ['--fault', 'earthquake=listUsers'],
    ['--port', '65536'],
  ])('because %s %s says nothing', async (option, value) => {
    const { ended } = await start(option, value);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain(value);
  });
});
