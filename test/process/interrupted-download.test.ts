import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder } from '../support/folder.js';
import { startPractice } from '../support/practice.js';
import { startRelay } from '../support/relay.js';

test('Ctrl-C in the middle of a download leaves no half of a file behind', async () => {
  const practice = await startPractice();
  onTestFinished(() => practice.close());
  const relay = await startRelay(new URL(practice.portal()).origin);
  const login = ['login', `${relay.origin}/ak095`, '--username', 'anna.muster', '-q'];
  const signedIn = await practice.connect(login, { env: await practice.secretsOf('anna.muster') });
  expect(signedIn).toMatchObject({ exitCode: 0, stderr: '' });
  // The rest of the document never comes.
  relay.on({ answer: (name, body) => (name.includes('/documents/') ? body.subarray(0, 100) : body) });
  const folder = await emptyFolder();
  const began = new Promise<void>((resolve) => {
    const watcher = watch(folder, () => {
      watcher.close();
      resolve();
    });
  });
  const words = ['messages', 'download', '--all', '--to', folder];
  const child = spawn(process.execPath, [path.resolve('bin/connect.js'), ...words], {
    env: { PATH: process.env['PATH'], CONNECT_LANG: 'en', ...practice.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  await began;
  child.kill('SIGINT');
  const [stdout, stderr, [exitCode]] = await ended;
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: 'Error: Interrupted.\n',
  });
  expect(await readdir(folder)).toEqual([]);
});
