import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed, withoutNumber } from '../support/printed.js';

let office: Office;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

const put = (name: string, xml: string) => writeFile(path.join(office.desk.home, name), xml);
const elm = (fund: string, member: string, others = {}) => buildElm({ version: '5.0', fund, member, ...others });
/** Only whose the login’s clients are was asked; nothing of the file left the house. */
const nothingSent = async () => {
  expect(answered(office.sandbox, before)).toEqual(['GET /clients 200']);
  expect(await intents(office)).toEqual([]);
};
const readable = (file: string) => `${file}: ELM 5.0, year 2025, persons: 3, AHV wages: CHF 177,937.20\n`;
const notOurs = 'Choose the right client or the right file. Never upload the wages of another company.';
const fakNotOurs = 'Correct the member number of the FAK in the payroll program, or choose the right client.';

test('another client’s number: refused before a byte is sent', async () => {
  await put('lohn.xml', elm('095', '10002.00'));
  expect(await office.run('salary upload lohn.xml')).toEqual({
    exitCode: 7,
    stdout: '',
    stderr:
      `lohn.xml:139 error A02: The file belongs to the member number 10002.00, not to 10001.00. → ${notOurs}\n` +
      `lohn.xml:144 error A02: The FAK in the file has the member number 10002.00, not 10001.00. → ${fakNotOurs}\n` +
      `${readable('lohn.xml')}lohn.xml: not in order (errors: 2, warnings: 0)\n` +
      'Error: This file is not Muster Beispiel AG’s: it is for fund and member 095.000 10002.00, and the client has ' +
      '10001.00 at fund 095. Nothing was sent.\n' +
      'Hint: Choose the client with --client, or have the payroll program export the right company.\n',
  });
  await nothingSent();
});

test('another fund’s: refused before a byte is sent', async () => {
  await put('lohn.xml', elm('060', '10001.00'));
  expect(await office.run('salary upload lohn.xml -q')).toEqual({
    exitCode: 7,
    stdout: '',
    stderr:
      'Error: This file is not Muster Beispiel AG’s: it is for fund and member 060.000 10001.00, and the client has ' +
      '10001.00 at fund 095. Nothing was sent.\n' +
      'Hint: Choose the client with --client, or have the payroll program export the right company.\n',
  });
  await nothingSent();
});

test('another member’s FAK: refused before a byte is sent, and the error does not name the client’s own number', async () => {
  await put('lohn.xml', elm('095', '10001.00', { fakMember: '10002.00' }));
  const ended = await office.run('salary upload lohn.xml -q');
  await nothingSent();
  expect(ended).toMatchObject({ exitCode: 7, stdout: '' });
  expect(ended.stderr).not.toContain('it is for fund and member 095.000 10001.00');
  expect(ended.stderr).toContain('10002.00');
});

test('neither --test nor --yes nor --replace lets another client’s file through', async () => {
  await put('lohn.xml', elm('095', '10002.00'));
  for (const option of ['--test', '--yes', '--replace dec_aaaaaaaaaaaa', '--dry-run']) {
    before = office.sandbox.exchanges.length;
    expect(await office.run(`salary upload lohn.xml ${option}`)).toMatchObject({ exitCode: 7, stdout: '' });
    await nothingSent();
  }
});

test('a file with errors: all of them are told, and nothing is sent', async () => {
  await copyFile('examples/lohn-2025-broken.xml', path.join(office.desk.home, 'broken.xml'));
  const ended = await office.run('salary upload broken.xml');
  expect(ended).toMatchObject({ exitCode: 7, stdout: '' });
  expect(ended.stderr.match(/^broken\.xml:\d+ (?:error|warning) [A-Z]\d\d/gm)).toEqual([
    ...['broken.xml:24 warning P02', 'broken.xml:65 error P01', 'broken.xml:143 error V04', 'broken.xml:168 error P03'],
    'broken.xml:193 error P04',
  ]);
  expect(ended.stderr).toContain(
    'Error: broken.xml has 4 errors. Nothing was sent.\nHint: connect salary check broken.xml shows them all.\n',
  );
  await nothingSent();
});

test.each([
  ['empty', ''],
  ['cut off', elm('095', '10001.00').slice(0, 3000)],
  ['no XML', 'PK\u0003\u0004 a workbook'],
  ['with a DTD', elm('095', '10001.00').replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
])('a file that is %s: nothing is sent', async (_what, content) => {
  await put('lohn.xml', content);
  const ended = await office.run('salary upload lohn.xml -q');
  expect(ended).toMatchObject({ exitCode: 7, stdout: '' });
  expect(ended.stderr).toContain('Nothing was sent.');
  await nothingSent();
});

test('in JSON the refusal is one object that programs can read', async () => {
  await put('lohn.xml', elm('095', '10002.00'));
  const { exitCode, stdout, stderr } = await office.run('salary upload lohn.xml -q -o json');
  expect({ exitCode, stdout }).toEqual({ exitCode: 7, stdout: '' });
  expect(JSON.parse(stderr)).toMatchObject({
    type: 'urn:problem-type:connect:file-of-another-client',
    code: 'file-of-another-client',
    exitCode: 7,
    params: { inFile: '095.000 10002.00', number: '10001.00', fund: '095' },
  });
});

test('a file that is not there', async () => {
  expect(await office.run('salary upload lohn.xml')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr: `Error: There is no file ${path.join(office.desk.home, 'lohn.xml')}.\n`,
  });
  await nothingSent();
});

test('what stdin brings is not taken for a file named “-”', async () => {
  const stdin = elm('095', '10001.00');
  const ended = await office.run('salary upload - -o json -q', { stdin });
  expect(ended.stderr).not.toContain('There is no file');
  expect(ended.exitCode).toBe(0);
});

test('who has not the theme may not submit', async () => {
  await office.signIn('sophie.blanc', { profile: 'sophie' });
  await put('lohn.xml', elm('095', '10002.00', { year: 2026 }));
  expect(withoutNumber(await office.run('salary upload lohn.xml -q -p sophie'))).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This login has no right to do that.\n' +
      'Hint: An administrator of the employer can grant it.\n' +
      'Request: NUMBER\n',
  });
  expect(await intents(office)).toEqual([]);
});

test('a file that was replaced is not reported as submitted when it comes again', async () => {
  await put('first.xml', elm('095', '10001.00'));
  await put('second.xml', elm('095', '10001.00', { persons: 4 }));
  const { id } = await printed<{ id: string }>(office, 'salary upload first.xml');
  await printed(office, `salary upload second.xml --replace ${id}`);
  office.sandbox.clock.advance(3000);
  const again = await office.run('salary upload first.xml -q --fields state');
  expect(again).toMatchObject({ exitCode: 5, stdout: '' });
});
