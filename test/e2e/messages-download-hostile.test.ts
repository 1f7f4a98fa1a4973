import { chmod, lstat, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder } from '../support/folder.js';
import { filesIn, hostileMessage, messagesOf, sha256Of } from '../support/messages.js';
import type { Downloaded, ListedMessage } from '../support/messages.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed, withoutNumber } from '../support/printed.js';
import { startRelay } from '../support/relay.js';
import type { Relay } from '../support/relay.js';

let office: Office;
let folder: string;
let hostile: Awaited<ReturnType<typeof hostileMessage>>;
let good: ListedMessage;
beforeEach(async () => {
  office = await openOffice();
  folder = await emptyFolder();
  await office.signIn('anna.muster');
  hostile = await hostileMessage(office);
  good = (await messagesOf(office))[0]!;
});
afterEach(() => office.close());

const escaped = '2026-06-20 _.._etc_cron.d_evil';
const target = () => path.join(folder, `${escaped} (${hostile.document.id}).pdf`);
const download = (...words: readonly string[]) => office.run(['messages', 'download', ...words, '--to', folder]);

test('a document’s name can’t lead out of the folder', async () => {
  const inside = path.join(folder, 'a/b/c');
  const [row] = await printed<readonly Downloaded[]>(office, `messages download ${hostile.id} --to ${inside}`);
  expect(row?.file).toBe(path.join(inside, path.basename(target())));
  expect(await filesIn(folder)).toEqual([path.join('a/b/c', path.basename(target()))]);
  expect(await sha256Of(row!.file)).toBe(hostile.document.sha256);
});

test('a title full of control characters does nothing to the terminal', async () => {
  const { stdout, stderr } = await office.run(`messages show ${hostile.id}`, {
    terminal: true,
    env: { NO_COLOR: '1' },
  });
  expect(hostile.title).toContain('\u001b[2J\u001b]0;own3d\u0007 \u202e');
  expect(stdout).toContain('Abrechnung \ufffd[2J\ufffd]0;own3d\ufffd \ufffd4202 eciovnI\n');
  // eslint-disable-next-line no-control-regex -- they are what this is about
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

describe('another file of that name', () => {
  test('is never replaced', async () => {
    await writeFile(target(), 'mine');
    const ended = await download(hostile.id);
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain(`There is another file of that name already: ${target()}`);
    expect(await readFile(target(), 'utf8')).toBe('mine');
    expect(await filesIn(folder)).toEqual([path.basename(target())]);
  });

  test('does not keep the others from being saved', async () => {
    await writeFile(target(), 'mine');
    expect(await download(hostile.id, good.id, '--fields', 'message')).toEqual({
      exitCode: 8,
      stdout: `${good.id}\n`,
      stderr: `${hostile.id} ../../etc/cron.d/evil.pdf: ` + `There is another file of that name already: ${target()}\n`,
    });
    expect(await readFile(target(), 'utf8')).toBe('mine');
    expect(await filesIn(folder)).toHaveLength(2);
  });
});

describe('a link that somebody has laid in the way', () => {
  test.each(['a file', 'nothing'])('to %s is not followed', async (to) => {
    const elsewhere = path.join(await emptyFolder(), 'elsewhere');
    if (to === 'a file') await writeFile(elsewhere, 'precious');
    await symlink(elsewhere, target());
    expect((await download(hostile.id)).exitCode).not.toBe(0);
    expect((await lstat(target())).isSymbolicLink()).toBe(true);
    expect(await readFile(elsewhere, 'utf8').catch(() => 'nothing')).toBe(to === 'a file' ? 'precious' : 'nothing');
    expect(await filesIn(folder)).toEqual([path.basename(target())]);
  });
});

describe('a folder that can’t be written', () => {
  const refused = (file: string) => ({ exitCode: 5, stdout: '', stderr: expect.stringContaining(file) as string });

  test('because it is a file', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, 'mine');
    for (const to of [file, path.join(file, 'below')]) {
      expect(await office.run(['messages', 'download', good.id, '--to', to])).toEqual(refused(file));
    }
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  // Nothing is forbidden to root.
  if (process.getuid?.() !== 0) {
    test('because writing is forbidden', async () => {
      await chmod(folder, 0o500);
      for (const to of [folder, path.join(folder, 'new')]) {
        expect(await office.run(['messages', 'download', good.id, '--to', to])).toEqual(refused(folder));
      }
      await chmod(folder, 0o700);
      expect(await filesIn(folder)).toEqual([]);
    });
  }

  test('because the file’s place is taken by a folder', async () => {
    await mkdir(target());
    expect((await download(hostile.id)).exitCode).toBe(5);
    expect(await filesIn(folder)).toEqual([]);
  });
});

describe('what arrives', () => {
  test('in part is fetched again, from the start', async () => {
    office.sandbox.faults('truncate=getDocument:2');
    expect(await download(good.id, '--fields', 'state')).toEqual({ exitCode: 0, stdout: 'saved\n', stderr: '' });
    expect(await filesIn(folder)).toHaveLength(1);
  });

  test('never whole is not kept, not even a part of it', async () => {
    office.sandbox.faults('truncate=getDocument:*');
    expect(withoutNumber(await download(good.id))).toEqual({
      exitCode: 6,
      stdout: '',
      stderr: `Error: The connection to ${office.sandbox.portal()} broke.\nHint: Try again.\nRequest: NUMBER\n`,
    });
    expect(await filesIn(folder)).toEqual([]);
  });

  describe('altered on the way', () => {
    let relay: Relay;
    beforeEach(async () => {
      relay = await startRelay(office.sandbox.origin);
      const login = ['login', `${relay.origin}/ak095`, '-u', 'anna.muster', '-p', 'relay', '-q'];
      const stdin = `${password}\n${office.sandbox.totp('anna.muster')}\n`;
      await office.run([...login, '--password-stdin', '--otp-stdin'], { stdin });
    });
    const spoil = (message: ListedMessage, how: (body: Buffer) => Buffer) =>
      relay.on({ answer: (name, body) => (name.includes(`/messages/${message.id}/documents/`) ? how(body) : body) });
    const differs = 'What arrived is not what was sent: the digests differ. Nothing was kept.\n';
    const marked = () => office.sandbox.audit().filter(({ operation }) => operation === 'updateMessage');

    test('is not kept and not marked as read; the others are', async () => {
      const [spoilt, other] = (await messagesOf(office, '--unread')) as readonly [ListedMessage, ListedMessage];
      spoil(spoilt, (body) => Buffer.concat([body.subarray(0, -1), Buffer.from('?')]));
      const words = [spoilt.id, other.id, '--mark-read', '-p', 'relay', '--fields', 'message'];
      expect(await download(...words)).toEqual({
        exitCode: 8,
        stdout: `${other.id}\n`,
        stderr: `${spoilt.id} ${spoilt.documents[0]?.name ?? ''}: ${differs}`,
      });
      expect((await filesIn(folder)).map((name) => name.includes(other.documents[0]?.id ?? '-'))).toEqual([true]);
      expect(marked().map(({ subject }) => subject)).toEqual([other.id]);
    });

    test('and alone: the exit code says what happened', async () => {
      spoil(hostile, (body) => Buffer.alloc(body.length, 'x'));
      const ended = await download(hostile.id, '-p', 'relay');
      expect(ended).toMatchObject({ exitCode: 6, stdout: '' });
      expect(ended.stderr).toContain(differs);
      expect(ended.stderr).not.toContain('No messages.');
      expect(await filesIn(folder)).toEqual([]);
    });
  });
});
