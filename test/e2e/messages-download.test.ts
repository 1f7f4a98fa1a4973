import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder } from '../support/folder.js';
import { filesIn, messagesOf, sha256Of } from '../support/messages.js';
import type { Downloaded, ListedMessage } from '../support/messages.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed } from '../support/printed.js';
import { itWith } from '../support/tools.js';

let office: Office;
let all: readonly ListedMessage[];
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('marc.dubois', { profile: 'marc' });
  all = await messagesOf(office);
});
afterAll(() => office.close());

const download = async (options: string) => printed<readonly Downloaded[]>(office, `messages download ${options}`);
const expectedOf = (message: ListedMessage) => message.documents.map(({ sha256 }) => sha256);
const ids = (messages: readonly ListedMessage[]) => messages.map(({ id }) => id);

test('saves a document under date, name and id, and shows file, size and digest', async () => {
  const folder = await emptyFolder();
  const { id, sentAt, documents } = all[0]!;
  const [{ id: document, name, size, sha256 } = { id: '', name: '', size: 0, sha256: '' }] = documents;
  const file = path.join(folder, `${sentAt.slice(0, 10)} ${name.replace('.pdf', '')} (${document}).pdf`);
  expect(await office.run(`messages download ${id}`, { cwd: folder })).toEqual({
    exitCode: 0,
    stdout: piped([[file, 'saved', size, sha256]]),
    stderr: '',
  });
  expect(await filesIn(folder)).toEqual([path.basename(file)]);
  expect(await sha256Of(file)).toBe(sha256);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('tells in JSON which message and document a file is', async () => {
  const folder = await emptyFolder();
  const { id, documents } = all[1]!;
  const [row] = await download(`${id} --to ${folder}`);
  expect(row).toEqual({
    message: id,
    document: documents[0]?.id,
    file: path.join(folder, (await filesIn(folder))[0] ?? ''),
    size: documents[0]?.size,
    sha256: documents[0]?.sha256,
    state: 'saved',
  });
});

describe('which messages', () => {
  test('by ids, in the order in which they are named', async () => {
    const folder = await emptyFolder();
    const [one, other] = [all[3]!, all[0]!];
    const rows = await download(`${one.id} ${other.id} --to ${folder}`);
    expect(rows.map(({ message, sha256 }) => [message, sha256])).toEqual([
      [one.id, ...expectedOf(one)],
      [other.id, ...expectedOf(other)],
    ]);
  });

  test.each([
    ['--all', () => all],
    ['--unread', () => all.filter(({ unread }) => unread)],
    ['--kind decision', () => all.filter(({ kind }) => kind === 'decision')],
    ['--since 2026-01-01 --kind confirmation', () => recent().filter(({ kind }) => kind === 'confirmation')],
  ])('%s', async (filter, chosen) => {
    const folder = await emptyFolder();
    const rows = await download(`${filter} --to ${folder}`);
    expect(chosen().length).toBeGreaterThan(0);
    expect(rows.map(({ message }) => message)).toEqual(ids(chosen()));
    for (const { file, sha256 } of rows) expect(await sha256Of(file)).toBe(sha256);
    expect(await filesIn(folder)).toHaveLength(rows.length);
  });

  const recent = () => all.filter(({ sentAt }) => sentAt >= '2026');

  test('none by default: nobody fills a folder by mistake', async () => {
    expect(await office.run('messages download')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: Something is needed that was not given: --all, --unread, --kind, --since\n' +
        'Hint: Put --help behind the command to see what it takes.\n',
    });
  });

  test('ids and filters do not go together', async () => {
    expect(await office.run(`messages download ${all[0]!.id} --unread`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Error: These don’t go together: <message>, --all, --unread, --kind, --since\n' +
        'Hint: Leave one of them out.\n',
    });
  });

  test('where nothing fits, no folder is made', async () => {
    const folder = path.join(await emptyFolder(), 'new');
    expect(await office.run(`messages download --since 2026-11-21 --to ${folder}`)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'No messages.\n',
    });
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  test('an unknown one ends the run; what was saved before stays and is told', async () => {
    const folder = await emptyFolder();
    const ended = await office.run(`messages download ${all[0]!.id} msg_aaaaaaaaaaaa --to ${folder} --fields sha256`);
    expect(ended).toMatchObject({ exitCode: 3, stdout: `${expectedOf(all[0]!)[0] ?? ''}\n` });
    expect(ended.stderr).toContain('The portal does not know this');
    expect(await filesIn(folder)).toHaveLength(1);
  });
});

test('--to makes the folder, with those above it', async () => {
  const folder = await emptyFolder();
  const rows = await printed<readonly Downloaded[]>(
    { run: (line, circumstances) => office.run(line, { ...circumstances, cwd: folder }) },
    `messages download ${all[0]!.id} --to archive/2026`,
  );
  expect(rows.map(({ file }) => path.dirname(file))).toEqual([path.join(folder, 'archive/2026')]);
  expect(await filesIn(folder)).toEqual([path.join('archive/2026', path.basename(rows[0]!.file))]);
});

test('what is there already, byte for byte, is left alone and not fetched again', async () => {
  const folder = await emptyFolder();
  const [saved] = await download(`${all[0]!.id} --to ${folder}`);
  const { mtimeMs } = await stat(saved!.file);
  const before = office.sandbox.exchanges.length;
  expect(await download(`${all[0]!.id} --to ${folder}`)).toEqual([{ ...saved, state: 'unchanged' }]);
  expect((await stat(saved!.file)).mtimeMs).toBe(mtimeMs);
  expect(office.sandbox.exchanges.slice(before).filter(({ url }) => url.includes('/documents/'))).toEqual([]);
});

test('changes nothing at the portal, so there is no dry run', async () => {
  expect(await office.run('messages download --all --dry-run')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'Error: “download” changes nothing at the portal, so it has no dry run.\nHint: Leave --dry-run out.\n',
  });
});

describe('--mark-read', () => {
  test('without it nothing is marked', async () => {
    await download(`--unread --to ${await emptyFolder()}`);
    expect(ids(await messagesOf(office, '--unread'))).toEqual(ids(all.filter(({ unread }) => unread)));
  });

  test('marks what was saved, for this login only', async () => {
    const own = await openOffice();
    await own.signIn('anna.muster', { profile: 'anna' });
    await own.signIn('beat.keller', { profile: 'beat' });
    const unread = ids(await messagesOf(own, '--unread -p anna'));
    const [first = '', ...others] = unread;
    expect(await own.run(`messages download ${first} --mark-read --to ${await emptyFolder()} -q`)).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect(ids(await messagesOf(own, '--unread -p anna'))).toEqual(others);
    expect(ids(await messagesOf(own, '--unread -p beat'))).toEqual(unread);
    await own.run(`messages download --unread --mark-read --to ${await emptyFolder()}`);
    expect(await messagesOf(own, '--unread -p anna')).toEqual([]);
    await own.close();
  });
});

itWith('pdftotext', 'the documents are PDFs in the client’s language', async () => {
  await office.signIn('reto.frei', { profile: 'reto' });
  await office.signIn('paolo.bernasconi', { profile: 'paolo', fund: '060' });
  const texts = new Map<string, string>();
  for (const profile of ['reto', 'marc', 'paolo']) {
    const folder = await emptyFolder();
    const [row] = await download(`--kind settlement --to ${folder} -p ${profile}`);
    const { status, stdout } = spawnSync('pdftotext', [row!.file, '-'], { encoding: 'utf8' });
    expect(status).toBe(0);
    texts.set(profile, stdout);
  }
  expect(texts.get('reto')).toMatch(/Abrechnung[^]*Schreinerei Birkenau GmbH|Schreinerei Birkenau GmbH[^]*Abrechnung/);
  expect(texts.get('marc')).toMatch(/Décompte[^]*Boulangerie du Lac|Boulangerie du Lac[^]*Décompte/);
  expect(texts.get('paolo')).toMatch(/Conteggio[^]*Officina Ceresio SA|Officina Ceresio SA[^]*Conteggio/);
});
