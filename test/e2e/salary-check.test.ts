import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parsedCsv } from '../support/csv.js';
import { buildElm } from '../support/elm.js';
import { emptyFolder } from '../support/folder.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';

interface Checked {
  readonly file: string;
  readonly ok: boolean;
  readonly version?: string;
  readonly findings: readonly { code: string; severity: string; line: number | null }[];
}

let office: Office;
let cwd: string;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterAll(() => office.close());
beforeEach(async () => {
  cwd = await emptyFolder();
  for (const name of ['lohn-2025.xml', 'lohn-2025-broken.xml']) {
    await copyFile(path.join('examples', name), path.join(cwd, name));
  }
});

const put = (name: string, content: string) => writeFile(path.join(cwd, name), content);
const check = (options: string, stdin = '', env = {}) => office.run(`salary check ${options}`, { cwd, stdin, env });
const lines = (file: string, ...said: readonly string[]) => said.map((line) => `${file}: ${line}\n`).join('');
const content = [
  'ELM 5.0, year 2025, persons: 4, AHV wages: CHF 251,386.80',
  'ALV wages CHF 251,386.80',
  'FAK wages by canton: BE CHF 119,393.40, GR CHF 72,681.00, VD CHF 59,312.40',
];
const broken = lines('lohn-2025-broken.xml', ...content, 'not in order (errors: 4, warnings: 1)');
const good = lines('lohn-2025.xml', ...content, 'in order (warnings: 0)');
const atHome = { CONNECT_CONFIG_DIR: '/nonexistent/connect' };

describe('without login and without network', () => {
  test('the good example is in order: nothing on stdout, some lines for people', async () => {
    const before = office.sandbox.exchanges.length;
    expect(await office.run('salary check lohn-2025.xml', { cwd, env: atHome })).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: good,
    });
    expect(office.sandbox.exchanges.length).toBe(before);
  });

  test('the broken example: all findings in one pass, with line, code and remedy', async () => {
    expect(await office.run('salary check lohn-2025-broken.xml', { cwd, env: atHome })).toEqual({
      exitCode: 7,
      stdout: piped(
        [
          [24, 'warning', 'P02', '', 'The UID CHE-123.456.789 is wrong: its check digit does not fit.', uid],
          [65, 'error', 'P01', 2, wrongDigit, 'Correct the number by the insurance certificate of the person.'],
          [
            ...[143, 'error', 'V04', 4, 'The contribution period begins on 2025-01-01, after its end on 2024-09-30.'],
            'Correct entry and exit of the person in the payroll program.',
          ],
          [
            ...[168, 'error', 'P03', ''],
            'Total-AHV-AVS-Incomes of the institution «#AHV» is declared as 252386.80, but the salaries add up to ' +
              '251386.80; the difference is 1000.00.',
            'Calculate the year again in the payroll program and export the file again. Do not edit the total.',
          ],
          [
            ...[193, 'error', 'P04', '', 'NumberOf-AHV-AVS-Salary-Tags says 5, but the file contains 4.'],
            'Export the file again. Salaries were lost or added on the way.',
          ],
        ].map((cells) => ['lohn-2025-broken.xml', ...cells]),
      ),
      stderr: broken,
    });
  });
  const uid = 'Correct the UID in the payroll program. It is in the UID register: uid.admin.ch.';
  const wrongDigit = 'The AHV number is wrong: its check digit does not fit. One digit is wrong, or two are exchanged.';

  test('on a terminal a finding reads as a compiler says it, and shows no whole AHV number', async () => {
    const ended = await office.run('salary check lohn-2025-broken.xml', { cwd, terminal: true });
    expect(ended.exitCode).toBe(7);
    expect(ended.stdout).toContain(
      'lohn-2025-broken.xml:65  error P01, person no. 2 756.****.****.76\n' +
        '    The AHV number is wrong: its check digit does not fit. One digit is wrong, or two are exchanged.\n' +
        '    → Correct the number by the insurance certificate of the person.\n',
    );
    expect(ended.stdout + ended.stderr).not.toMatch(/756\.\d{4}/);
  });

  test('says in every language what is wrong', async () => {
    const first = async (lang: string) =>
      (await check(`lohn-2025-broken.xml --lang ${lang} --fields message,fix`)).stdout;
    const texts = await Promise.all(['de', 'fr', 'it', 'en'].map(first));
    expect(texts.map((text) => text.split('\n').length)).toEqual([6, 6, 6, 6]);
    expect(new Set(texts.flatMap((text) => text.split(/[\t\n]/)).filter((text) => text !== '')).size).toBe(40);
  });
});

describe('several files', () => {
  test('each is checked; the exit code is that of the worst', async () => {
    expect(await check('lohn-2025.xml lohn-2025-broken.xml --fields file,code', '', atHome)).toEqual({
      exitCode: 7,
      stdout: ['P02', 'P01', 'V04', 'P03', 'P04'].map((code) => `lohn-2025-broken.xml\t${code}\n`).join(''),
      stderr: good + broken,
    });
  });

  test('JSON has one object a file, good ones too', async () => {
    await put('empty.xml', '');
    const { exitCode, stdout } = await check('lohn-2025.xml lohn-2025-broken.xml empty.xml -o json -q');
    const rows = JSON.parse(stdout) as readonly Checked[];
    expect(exitCode).toBe(7);
    expect(rows.map(({ file, ok, findings }) => [file, ok, findings.map(({ code }) => code)])).toEqual([
      ['lohn-2025.xml', true, []],
      ['lohn-2025-broken.xml', false, ['P02', 'P01', 'V04', 'P03', 'P04']],
      ['empty.xml', false, ['X04']],
    ]);
    const lines = (await check('lohn-2025.xml lohn-2025-broken.xml empty.xml -o ndjson -q')).stdout
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });

  test('CSV has one record a finding, under one header', async () => {
    const { exitCode, stdout } = await check(
      'lohn-2025-broken.xml lohn-2025.xml -o csv --fields line,severity,code -q',
    );
    expect(exitCode).toBe(7);
    expect(parsedCsv(stdout)).toEqual([
      ['line', 'severity', 'code'],
      ['24', 'warning', 'P02'],
      ['65', 'error', 'P01'],
      ['143', 'error', 'V04'],
      ['168', 'error', 'P03'],
      ['193', 'error', 'P04'],
    ]);
  });

  test('one that is not there is named, and does not keep the others from being checked', async () => {
    const ended = await check('missing.xml lohn-2025-broken.xml -o json');
    expect(ended.exitCode).toBe(7);
    expect(ended.stderr).toContain(path.join(cwd, 'missing.xml'));
    expect((JSON.parse(ended.stdout) as readonly Checked[]).map(({ file }) => file)).toEqual(['lohn-2025-broken.xml']);
  });
});

describe('what is checked', () => {
  test('stdin, as -', async () => {
    const xml = await readFile('examples/lohn-2025-broken.xml', 'utf8');
    expect(await check('- --fields file,line,code', xml, atHome)).toEqual({
      exitCode: 7,
      stdout: piped([
        ['-', 24, 'P02'],
        ['-', 65, 'P01'],
        ['-', 143, 'V04'],
        ['-', 168, 'P03'],
        ['-', 193, 'P04'],
      ]),
      stderr: broken.replaceAll('lohn-2025-broken.xml', '-'),
    });
  });

  test.each(['4.0', '5.0'] as const)('ELM %s', async (version) => {
    await put('elm.xml', buildElm({ version, persons: 20 }));
    const { exitCode, stdout } = await check('elm.xml -o json -q');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ ok: true, format: 'elm', version, persons: 20, findings: [] }]);
  });

  test.each([
    ['missing.xml', 3, 'There is no file'],
    ['.', 7, 'is a folder, not a file.'],
  ])('%s is no file', async (name, exitCode, reason) => {
    const ended = await check(name);
    expect(ended).toMatchObject({ exitCode, stdout: '' });
    expect(ended.stderr).toContain(reason);
  });

  test('nothing is never a success', async () => {
    expect(await check('')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Error: The argument “file” is missing.\nHint: Put --help behind the command to see its arguments.\n',
    });
  });
});

describe('with -c it must be this client’s', () => {
  const of = (fund: string, member: string, others = {}) => buildElm({ version: '5.0', fund, member, ...others });

  test.each([
    ['the client’s own', of('095', '10001.00'), 0, []],
    ['another member’s', of('095', '10002.00'), 7, ['A02', 'A02']],
    ['for another fund', of('060', '10001.00'), 7, ['A01']],
    ['with another member’s FAK', of('095', '10001.00', { fakMember: '10002.00' }), 7, ['A02']],
    ['marked as a test', of('095', '10001.00', { testCase: true }), 0, ['A04']],
  ])('%s', async (_which, xml, exitCode, codes) => {
    await put('elm.xml', xml);
    expect(await check('elm.xml -c 10001.00 -q --fields code')).toEqual({
      exitCode,
      stdout: codes.map((code) => `${code}\n`).join(''),
      stderr: '',
    });
    // Whose it is is not asked without -c.
    expect((await check('elm.xml -q')).exitCode).toBe(0);
  });

  test('which needs a login that knows the client', async () => {
    expect(await check('lohn-2025.xml -c 10002.00')).toMatchObject({ exitCode: 3, stdout: '' });
    const env = { CONNECT_CONFIG_DIR: path.join(cwd, 'none') };
    expect(await office.run('salary check lohn-2025.xml -c 10001.00', { cwd, env })).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: 'Error: Nobody is signed in.\nHint: connect login\n',
    });
  });
});
