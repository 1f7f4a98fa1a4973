import { mkdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { announced, piped } from '../support/printed.js';

let office: Office;
let inHome: (name: string) => string;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  inHome = (name) => path.join(office.desk.home, name);
  await writeFile(inHome('request.pdf'), '%PDF-1.7 a request');
  await writeFile(inHome('vollmacht.PDF'), '%PDF-1.7 a power of attorney');
});
afterEach(() => office.close());

const addressee = ['--fiduciary', 'Treuhand Seeblick AG', '--address', 'Seeweg 4', '--address', '6300 Zug'];
const base = ['codes', 'request', '--recipient', 'fiduciary', '--reason', 'fiduciary-access', '--yes'];
const request = (request: string, power: string) => [
  ...[...base, ...addressee],
  ...['--written-request', request, '--power-of-attorney', power],
];
const asked = () => office.sandbox.audit().filter(({ operation }) => operation === 'requestCode');
const what = 'Ask for an access code for Muster Beispiel AG, by post to: Treuhand Seeblick AG, Seeweg 4, 6300 Zug';

test('goes to the fiduciary with the member’s written request and the power of attorney', async () => {
  const line = [...request(inHome('request.pdf'), inHome('vollmacht.PDF')), '--fields', 'recipient,addressee,state'];
  expect(await office.run(line)).toEqual({
    exitCode: 0,
    stdout: piped([
      ['recipient', 'fiduciary'],
      ['addressee', 'Treuhand Seeblick AG,Seeweg 4,6300 Zug'],
      ['state', 'requested'],
    ]),
    stderr: announced(office, what),
  });
  expect(office.sandbox.outbox({ kind: 'letter' }).at(-1)).toMatchObject({
    to: 'Treuhand Seeblick AG, Seeweg 4, 6300 Zug',
  });
  const sent = JSON.parse(String(office.sandbox.exchanges.at(-1)?.requestBody)) as { documents: unknown };
  expect(sent.documents).toEqual([
    {
      kind: 'written-request',
      name: 'request.pdf',
      mediaType: 'application/pdf',
      content: Buffer.from('%PDF-1.7 a request').toString('base64'),
    },
    {
      kind: 'power-of-attorney',
      name: 'vollmacht.PDF',
      mediaType: 'application/pdf',
      content: Buffer.from('%PDF-1.7 a power of attorney').toString('base64'),
    },
  ]);
});

test('the confirmation names the fiduciary’s address, not the member’s', async () => {
  const line = request(inHome('request.pdf'), inHome('vollmacht.PDF')).filter((word) => word !== '--yes');
  const answers = [['Have the letter sent to Treuhand Seeblick AG, Seeweg 4, 6300 Zug?', false]] as const;
  expect(await office.run(line, { terminal: { stdin: true }, answers })).toMatchObject({ exitCode: 5, stdout: '' });
  expect(asked()).toEqual([]);
});

test.each(['scan.jpg', 'scan.jpeg', 'scan.PNG'])('takes %s, too', async (name) => {
  await writeFile(inHome(name), 'a picture');
  const ended = await office.run([...request(inHome('request.pdf'), inHome(name)), '-q', '--fields', 'state']);
  expect(ended).toEqual({ exitCode: 0, stdout: 'state\trequested\n', stderr: '' });
});

describe('what is missing is named, and nothing is sent', () => {
  test.each([
    ['--fiduciary', base],
    ['--address', [...base, '--fiduciary', 'Treuhand Seeblick AG']],
    ['--written-request', [...base, ...addressee]],
    ['--power-of-attorney', [...base, ...addressee, '--written-request', 'request.pdf']],
  ])('%s', async (option, line) => {
    expect(await office.run(line)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        `Error: Something is needed that was not given: ${option}\n` +
        'Hint: Put --help behind the command to see what it takes.\n',
    });
    expect(asked()).toEqual([]);
  });
});

describe('a document that can’t go along', () => {
  test('of another type', async () => {
    await writeFile(inHome('vollmacht.docx'), 'PK');
    expect(await office.run(request(inHome('request.pdf'), inHome('vollmacht.docx')))).toEqual({
      exitCode: 7,
      stdout: '',
      stderr: `Error: ${inHome('vollmacht.docx')} can’t go along. Expected: .pdf, .jpg, .jpeg, .png\n`,
    });
    expect(asked()).toEqual([]);
  });

  test('too large', async () => {
    await truncate(inHome('request.pdf'), 5_000_001);
    expect(await office.run(request(inHome('request.pdf'), inHome('vollmacht.PDF')))).toEqual({
      exitCode: 7,
      stdout: '',
      stderr: `Error: ${inHome('request.pdf')} can’t go along. Expected: ≤ 5 MB\n`,
    });
    expect(asked()).toEqual([]);
  });

  test('not there, or no file', async () => {
    await mkdir(inHome('folder.pdf'));
    for (const name of ['nowhere.pdf', 'folder.pdf']) {
      const ended = await office.run(request(inHome(name), inHome('vollmacht.PDF')));
      expect(ended).toMatchObject({ exitCode: expect.toBeOneOf([3, 7]) as number, stdout: '' });
      expect(ended.stderr).toContain(inHome(name));
    }
    expect(asked()).toEqual([]);
  });

  test('as large as may be goes along', async () => {
    await truncate(inHome('request.pdf'), 5_000_000);
    const ended = await office.run([...request(inHome('request.pdf'), inHome('vollmacht.PDF')), '--fields', 'state']);
    expect(ended).toMatchObject({ exitCode: 0, stdout: 'state\trequested\n' });
  });
});

test('file names are relative to the directory in which the command runs', async () => {
  const ended = await office.run([...request('request.pdf', './vollmacht.PDF'), '-q', '--fields', 'state']);
  expect(ended).toEqual({ exitCode: 0, stdout: 'state\trequested\n', stderr: '' });
});

test('a fiduciary’s address and a letter to the member do not go together', async () => {
  const line = ['codes', 'request', '--reason', 'other', '--yes', '--fiduciary', 'Treuhand Seeblick AG'];
  expect(await office.run(line)).toMatchObject({ exitCode: 2, stdout: '' });
  expect(asked()).toEqual([]);
});
