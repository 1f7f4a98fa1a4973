import { createHash } from 'node:crypto';
import { truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

const documents = {
  'letter.pdf': Buffer.from('%PDF-1.7 an explanation'),
  'scan.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  'shot.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]),
};
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  const here = (name: string) => path.join(office.desk.home, name);
  await writeFile(here('lohn.xml'), buildElm({ version: '5.0', fund: '095', member: '10001.00' }));
  for (const [name, bytes] of Object.entries(documents)) await writeFile(here(name), bytes);
});
afterEach(() => office.close());

interface Row {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: string;
  readonly attachments: string;
  readonly referred: number;
}
const rows = (table: 'attachments' | 'declarations') => office.sandbox.dump()[table] as readonly Row[];
/** Ids of what goes along with the only declaration that has anything going along. */
const attached = () =>
  JSON.parse(rows('declarations').find(({ attachments }) => attachments !== '[]')?.attachments ?? '[]') as string[];
const posts = () => answered(office.sandbox).filter((one) => one.startsWith('POST /clients'));
const line = 'salary upload lohn.xml --attach letter.pdf --attach scan.jpg --attach shot.png';

test('attachments are sent first, and the declaration refers to them in their order', async () => {
  const ended = await office.run(`${line} --fields test`);
  expect(ended).toMatchObject({ exitCode: 0 });
  expect(ended.stderr.split('\n').slice(-4, -1)).toEqual([
    'letter.pdf is attached (23 bytes).',
    'scan.jpg is attached (7 bytes).',
    'shot.png is attached (9 bytes).',
  ]);
  const sent = rows('attachments').filter(({ name }) => name in documents);
  expect(sent.map(({ name, mediaType, sha256, referred }) => [name, mediaType, sha256, referred]).sort()).toEqual([
    ['letter.pdf', 'application/pdf', sha256(documents['letter.pdf']), 1],
    ['scan.jpg', 'image/jpeg', sha256(documents['scan.jpg']), 1],
    ['shot.png', 'image/png', sha256(documents['shot.png']), 1],
  ]);
  const names = attached().map((id) => sent.find((one) => one.id === id)?.name);
  expect(names).toEqual(Object.keys(documents));
});

test.each([
  ['createAttachment', 'drop-after-commit'],
  ['createAttachment', 'truncate'],
  ['submitSalaryDeclaration', 'drop-after-commit'],
  ['submitSalaryDeclaration', 'drop-before-commit'],
])('a lost answer to %s (%s) makes nothing twice', async (operation, fault) => {
  office.sandbox.faults(`${fault}=${operation}:2`);
  expect(await office.run(`${line} -q`)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(rows('attachments').filter(({ name }) => name in documents)).toHaveLength(3);
  expect(attached()).toHaveLength(3);
});

test('after an unknown outcome the same command refers to the same attachments', async () => {
  office.sandbox.faults('drop-before-commit=submitSalaryDeclaration:*');
  expect(await office.run(`${line} -q`)).toMatchObject({ exitCode: 9 });
  expect(await intents(office)).toMatchObject([
    { details: { attachments: Object.entries(documents).map(([name, bytes]) => `${name} ${sha256(bytes)}`) } },
  ]);
  office.sandbox.faults();
  expect(await office.run(`${line} -q`)).toMatchObject({ exitCode: 0 });
  expect(rows('attachments').filter(({ name }) => name in documents)).toHaveLength(3);
});

test('an attachment that the portal refuses says nothing of a declaration that is under way', async () => {
  office.sandbox.faults('drop-after-commit=submitSalaryDeclaration:*');
  expect(await office.run(`${line} -q`)).toMatchObject({ exitCode: 9 });
  office.sandbox.faults('status=413:createAttachment:1');
  const noted = await intents(office);
  const ended = await office.run(`${line} -q`);
  expect(ended.exitCode).not.toBe(0);
  expect(await intents(office)).toEqual(noted);
  office.sandbox.faults();
  expect(await office.run(`${line} -q`)).toMatchObject({ exitCode: 0 });
  expect(await intents(office)).toEqual([]);
});

test('if the answer to an attachment never comes, the declaration was not sent: exit code 6, nothing is open', async () => {
  office.sandbox.faults('drop-after-commit=createAttachment:*');
  expect(await office.run(`${line} -q`)).toMatchObject({ exitCode: 6, stdout: '' });
  expect(posts().filter((one) => one.includes('salary-declarations'))).toEqual([]);
  expect(await intents(office)).toEqual([]);
});

describe('nothing at all is sent', () => {
  const nothing = async () => {
    expect(posts()).toEqual([]);
    expect(await intents(office)).toEqual([]);
  };
  test('if one of them is no PDF, JPEG or PNG, whatever it is called', async () => {
    await writeFile(path.join(office.desk.home, 'virus.pdf'), 'MZ not a document');
    expect(await office.run('salary upload lohn.xml --attach letter.pdf --attach virus.pdf -q')).toEqual({
      exitCode: 7,
      stdout: '',
      stderr: 'Error: virus.pdf can’t go along. Expected: PDF, JPEG, PNG\n',
    });
    await nothing();
  });

  test('if one of them is too large', async () => {
    await truncate(path.join(office.desk.home, 'letter.pdf'), 20 * 1024 * 1024 + 1);
    expect(await office.run('salary upload lohn.xml --attach letter.pdf -q')).toEqual({
      exitCode: 7,
      stdout: '',
      stderr: 'Error: letter.pdf can’t go along. Expected: ≤ 20 MiB\n',
    });
    await nothing();
  });

  test('if one of them is not there, or empty', async () => {
    expect(await office.run('salary upload lohn.xml --attach none.pdf -q')).toMatchObject({ exitCode: 3, stdout: '' });
    await writeFile(path.join(office.desk.home, 'empty.pdf'), '');
    expect(await office.run('salary upload lohn.xml --attach empty.pdf -q')).toMatchObject({ exitCode: 7, stdout: '' });
    await nothing();
  });

  test('in a dry run, which shows them', async () => {
    const { exitCode, stdout } = await office.run('salary upload lohn.xml --attach scan.jpg --dry-run -q -o json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      request: {
        attachments: [{ name: 'scan.jpg', mediaType: 'image/jpeg', bytes: 7, sha256: sha256(documents['scan.jpg']) }],
      },
    });
    await nothing();
  });
});
