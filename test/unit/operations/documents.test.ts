import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Document, Message } from '../../../contract/portal.gen.js';
import { messagesApi } from '../../../src/api/messages.js';
import { saveDocument } from '../../../src/operations/documents.js';
import type { SavedDocument } from '../../../src/operations/documents.js';
import { emptyFolder } from '../../support/folder.js';
import { tinyPortal, wireTo } from '../../support/tiny-portal.js';
import type { Answer } from '../../support/tiny-portal.js';

const content = '%PDF-1.7 a decision';
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const decision: Document = {
  id: 'doc_1',
  name: 'Verfügung.pdf',
  mediaType: 'application/pdf',
  size: content.length,
  sha256: digest(content),
};
const letter: Message = {
  ...{
    id: 'msg_1',
    kind: 'decision',
    title: 'Verfügung',
    sentAt: '2026-11-20T09:00:00+01:00',
    unread: true,
    language: 'de',
  },
  documents: [decision],
};
const expectedName = '2026-11-20 Verfügung (doc_1).pdf';

interface Given {
  readonly folder?: string;
  readonly message?: Partial<Message>;
  readonly document?: Partial<Document>;
  readonly answers?: readonly Answer[];
}

/** Saves a document that a real server sends, below an outer folder that nothing else may come into. */
async function saved({ folder, message, document, answers = [{ text: content }] }: Given = {}): Promise<SavedDocument> {
  const portal = await tinyPortal(...answers);
  const ports = {
    portal: { messages: messagesApi(wireTo(portal.origin)) },
    random: { bytes: () => new Uint8Array(), uuid: () => 'part' },
  };
  const target = folder ?? path.join(await emptyFolder(), 'archive');
  return saveDocument(ports, '10001.00', { ...letter, ...message }, { ...decision, ...document }, target);
}

test('a document is saved under its date, its name and its id, for its user only', async () => {
  const folder = path.join(await emptyFolder(), 'new', 'archive');
  const file = path.join(folder, expectedName);
  expect(await saved({ folder })).toEqual({
    ...{ message: 'msg_1', document: 'doc_1', file, size: content.length, sha256: decision.sha256, state: 'saved' },
  });
  expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual([content, [expectedName]]);
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
});

test('the very same file is left alone, and not fetched again', async () => {
  const folder = await emptyFolder();
  await saved({ folder });
  expect(await saved({ folder, answers: [] })).toMatchObject({ state: 'unchanged' });
});

test('another file of that name is never replaced', async () => {
  const folder = await emptyFolder();
  await writeFile(path.join(folder, expectedName), 'mine');
  await expect(saved({ folder })).rejects.toMatchObject({ code: 'target-exists', exitCode: 5 });
  expect([await readFile(path.join(folder, expectedName), 'utf8'), await readdir(folder)]).toEqual([
    'mine',
    [expectedName],
  ]);
});

test.each([
  ['other bytes', { text: content.replace('a', 'b') }],
  ['more than was promised', { text: `${content} and more` }],
  ['less than was promised', { text: content.slice(0, 9) }],
  ['nothing', { text: '' }],
])('where %s arrive, nothing is kept', async (_what, answer) => {
  const folder = await emptyFolder();
  await expect(saved({ folder, answers: [answer] })).rejects.toMatchObject({ code: 'digest-mismatch' });
  expect(await readdir(folder)).toEqual([]);
});

test('a document that is larger than was promised is not fetched to its end', async () => {
  let sent = 0;
  const endless: Answer = (response) => {
    const piece = Buffer.alloc(1024 * 1024);
    const more = (): void => {
      sent += 1;
      if (sent < 500) response.write(piece, more);
    };
    response.writeHead(200).write(content, more);
  };
  await expect(saved({ answers: [endless] })).rejects.toMatchObject({ code: 'digest-mismatch' });
  expect(sent).toBeLessThan(400);
});

test('a connection that breaks is tried again, from the start and into the same file', async () => {
  const half: Answer = (response) => {
    response.writeHead(200, { 'content-length': String(content.length) });
    response.write(content.slice(0, 5), () => response.socket?.destroy());
  };
  const folder = await emptyFolder();
  expect(await saved({ folder, answers: [half, half, { text: content }] })).toMatchObject({ state: 'saved' });
  expect(await readdir(folder)).toEqual([expectedName]);
});

test('a link that somebody laid at the target, or at the place where the parts are collected, is not followed', async () => {
  const [folder, outside] = [await emptyFolder(), await emptyFolder()];
  const victim = path.join(outside, 'victim');
  await writeFile(victim, 'untouched');
  await symlink(victim, path.join(folder, '.part.part'));
  await saved({ folder });
  await symlink(victim, path.join(folder, '2026-11-20 Verfügung (doc_2).pdf'));
  await expect(saved({ folder, document: { id: 'doc_2' } })).rejects.toMatchObject({ code: 'target-exists' });
  await symlink(path.join(outside, 'nothing'), path.join(folder, '2026-11-20 Verfügung (doc_3).pdf'));
  await expect(saved({ folder, document: { id: 'doc_3' } })).rejects.toMatchObject({ code: 'target-exists' });
  expect([await readFile(victim, 'utf8'), await readdir(outside)]).toEqual(['untouched', ['victim']]);
});

test.each<[string, Given]>([
  ['a name', { document: { name: '../../outside.pdf' } }],
  ['an id', { document: { id: '../../outside' } }],
  ['an absolute name', { document: { name: '/outside.pdf' } }],
  ['a date', { message: { sentAt: '../../outside' } }],
  ['a date that begins like one', { message: { sentAt: '2026/../../' } }],
])('%s from the portal leads nowhere but into the folder', async (_what, given) => {
  const outer = await emptyFolder();
  const folder = path.join(outer, 'deep', 'archive');
  await mkdir(folder, { recursive: true });
  await saved({ ...given, folder }).catch((error: unknown) => expect(error).toMatchObject({ name: 'ConnectError' }));
  const files = await readdir(outer, { recursive: true, withFileTypes: true });
  expect(
    files
      .filter((file) => file.isFile())
      .map(({ parentPath }) => parentPath)
      .filter((place) => place !== folder),
  ).toEqual([]);
});

test('a message without a date that is one is told as the portal’s fault, or saved without it', async () => {
  const outcome = await saved({ message: { sentAt: undefined as never } }).then(
    ({ state }) => state,
    (error: unknown) => (error as Error).name,
  );
  expect(['saved', 'ConnectError']).toContain(outcome);
});

test.each<[string, (folder: string) => Promise<unknown>]>([
  ['a file in place of the folder', (folder) => writeFile(folder, 'x')],
  ['a folder in place of the file', (folder) => mkdir(path.join(folder, expectedName), { recursive: true })],
])('a place that can not be written is told as that, not as a fault of ours: %s', async (_what, prepare) => {
  const folder = path.join(await emptyFolder(), 'archive');
  await prepare(folder);
  await expect(saved({ folder })).rejects.toMatchObject({ name: 'ConnectError', exitCode: 5 });
});
