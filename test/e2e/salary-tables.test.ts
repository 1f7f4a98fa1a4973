import { execFileSync } from 'node:child_process';
import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fill } from '../support/filled-template.js';
import { emptyFolder } from '../support/folder.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';
import { amounts, annas, asCsv, inOrder, rows, standIns, totals } from '../support/salary-table.js';
import { itWith } from '../support/tools.js';
import { anna, templateCells, workbook } from '../support/workbook.js';

let office: Office;
let cwd: string;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterAll(() => office.close());
beforeEach(async () => {
  cwd = await emptyFolder();
});

const atHome = { CONNECT_CONFIG_DIR: '/nonexistent/connect' };
const run = (line: string, env = {}) => office.run(`salary ${line}`, { cwd, env });
const put = (name: string, content: string | Uint8Array) => writeFile(path.join(cwd, name), content);
const here = (name: string) => path.join(cwd, name);

describe('salary template', () => {
  test('is written without login, in any language, and found to be empty', async () => {
    const ended = await run('template lohn.xlsx --year 2025 --lang fr -o json', atHome);
    const written = JSON.parse(ended.stdout) as { readonly bytes: number; readonly sha256: string };
    expect(ended).toMatchObject({ exitCode: 0, stderr: 'lohn.xlsx est écrit, avec 0 collaborateur connu.\n' });
    expect(written).toMatchObject({ file: here('lohn.xlsx'), year: 2025, client: null, persons: 0 });
    expect((await stat(here('lohn.xlsx'))).mode & 0o777).toBe(0o600);
    expect((await readFile(here('lohn.xlsx'))).length).toBe(written.bytes);
    expect(await run('check lohn.xlsx --fields cell,code', atHome)).toEqual({
      exitCode: 7,
      stdout: piped([
        ['B2', 'T05'],
        ['B3', 'T05'],
        ['', 'T08'],
      ]),
      stderr:
        'lohn.xlsx: Excel template 1, year 2025, persons: 0, AHV wages: CHF 0.00\nlohn.xlsx: not in order (errors: 2, warnings: 1)\n',
    });
  });

  test('never over another file, and only with a year', async () => {
    await put('there.xlsx', 'mine');
    expect(await run('template there.xlsx --year 2025')).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: expect.stringContaining(here('there.xlsx')) as string,
    });
    expect(await readFile(here('there.xlsx'), 'utf8')).toBe('mine');
    expect(await run('template new.xlsx')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('with a client it knows the employer and the employees; filled in, it is in order and can be handed in', async () => {
    const ended = await run('template lohn.xlsx --year 2025 -c 10001.00 -o json -q');
    const { persons } = JSON.parse(ended.stdout) as { readonly persons: number };
    expect(persons).toBeGreaterThan(5);
    const wages = Array.from({ length: persons }, (_, index) => [
      [`I${index + 12}`, 60_000],
      [`K${index + 12}`, "60'000.00"],
    ]);
    await fill(here('lohn.xlsx'), Object.fromEntries(wages.flat()) as Record<string, string | number>);
    const checked = await run('check lohn.xlsx -c 10001.00 -o json -q');
    expect(JSON.parse(checked.stdout)).toMatchObject([
      {
        ok: true,
        format: 'xlsx',
        version: '1',
        year: 2025,
        fund: '095.000',
        member: '10001.00',
        persons,
        findings: [],
      },
    ]);
    const uploaded = await run('upload lohn.xlsx -c 10001.00 -o json -q');
    expect(JSON.parse(uploaded.stdout)).toMatchObject({
      year: 2025,
      fileName: 'lohn.xlsx',
      format: { format: 'excel', version: '1' },
      state: 'received',
    });
    office.sandbox.clock.advance(60_000);
    const [shown] = JSON.parse((await run('list --year 2025 -c 10001.00 -o json -q')).stdout) as readonly unknown[];
    expect(shown).toMatchObject({
      state: 'awaiting-release',
      findingCount: 0,
      totals: { persons, ahvIncome: `${persons * 60_000}.00` },
    });
  });
});

describe('salary check', () => {
  test('CSV, workbook and ELM in one run, each recognised by its content', async () => {
    await put('a.txt', asCsv());
    await put('b', workbook({ sheets: [{ cells: templateCells([anna]) }] }));
    await copyFile('examples/lohn-2025.xml', here('c.csv'));
    expect(await run('check a.txt b c.csv', atHome)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr:
        totals('a.txt', 'CSV') +
        amounts('a.txt') +
        inOrder('a.txt') +
        'b: Excel template 1, year 2025, persons: 1, AHV wages: CHF 91,000.00\n' +
        annas('b') +
        inOrder('b') +
        'c.csv: ELM 5.0, year 2025, persons: 4, AHV wages: CHF 251,386.80\n' +
        'c.csv: ALV wages CHF 251,386.80\n' +
        'c.csv: FAK wages by canton: BE CHF 119,393.40, GR CHF 72,681.00, VD CHF 59,312.40\n' +
        inOrder('c.csv'),
    });
  });

  test('on a terminal a finding names sheet and cell', async () => {
    await put('lohn.xlsx', workbook({ sheets: [{ cells: templateCells([['756.1234.5678.90', ...anna.slice(1)]]) }] }));
    const ended = await office.run('salary check lohn.xlsx', { cwd, env: atHome, terminal: true });
    expect(ended.exitCode).toBe(7);
    expect(ended.stdout).toContain(
      'lohn.xlsx Löhne!A12  error P01, person no. 1 756.****.****.90\n' +
        '    The AHV number is wrong: its check digit does not fit. One digit is wrong, or two are exchanged.\n',
    );
  });

  test('a CSV file that does not say the year gets it from the command, and must not contradict it', async () => {
    await put('a.csv', asCsv().replace('Jahr;2025', 'Jahr;'));
    expect(await run('check a.csv --fields code,line', atHome)).toMatchObject({ exitCode: 7, stdout: 'T05\t4\n' });
    expect(await run('check a.csv --year 2025', atHome)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: totals('a.csv', 'CSV') + amounts('a.csv') + inOrder('a.csv'),
    });
    await put('b.csv', asCsv());
    expect(await run('check b.csv --year 2024 --fields code,cell', atHome)).toMatchObject({
      exitCode: 7,
      stdout: 'T05\tB4\n',
    });
  });

  test.each(['de', 'fr', 'it', 'en'])('says in %s what is wrong in a table', async (lang) => {
    await put('a.csv', asCsv([rows[0]!.replace('91000', '91.000').replace('12.04.1985', '4/12/1985')]));
    const { stdout } = await run(`check a.csv --lang ${lang} --fields code,message,fix -q`, atHome);
    expect(stdout.match(/^T07\t.+\t.+$/gm)).toHaveLength(2);
  });
});

describe('salary convert', () => {
  test('makes ELM 5.0 with totals and counters, which is in order', async () => {
    await put('lohn.csv', asCsv());
    const ended = await run('convert lohn.csv elm.xml', atHome);
    const xml = await readFile(here('elm.xml'), 'utf8');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^file\t.*elm\.xml\nversion\t5\.0\nyear\t2025\npersons\t3\ntotals\t\{.*"alvOpen":"38200\.00"\}\nbytes\t\d+\nsha256\t[0-9a-f]{64}\n$/,
      ) as string,
      stderr: `${totals('lohn.csv', 'CSV')}${inOrder('lohn.csv')}${standIns}`,
    });
    expect(await run('check elm.xml', atHome)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: totals('elm.xml', 'ELM 5.0') + amounts('elm.xml') + inOrder('elm.xml'),
    });
    expect(xml).toContain('<c:WithdrawalDate>2025-10-31</c:WithdrawalDate>');
    expect(xml).toContain('<sd:NumberOf-AHV-AVS-Salary-Tags>3</sd:NumberOf-AHV-AVS-Salary-Tags>');
    const again = await run('convert lohn.csv elm.xml -q', atHome);
    expect(again).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `Error: There is a file of that name already: ${here('elm.xml')}\nHint: Nothing is ever replaced. Move it away, or name another file.\n`,
    });
    expect(await readFile(here('elm.xml'), 'utf8')).toBe(xml);
  });

  test('to stdout, and nothing else there', async () => {
    await put('lohn.xlsx', workbook({ sheets: [{ cells: templateCells([anna]) }] }));
    const { exitCode, stdout, stderr } = await run('convert lohn.xlsx - -q', atHome);
    expect([exitCode, stderr]).toEqual([0, '']);
    await put('elm.xml', stdout);
    expect((await run('check elm.xml -q -o json', atHome)).stdout).toContain('"ahvIncome":"91000.00"');
  });

  itWith('xmllint', 'what is written is well-formed for others, whatever the names', async () => {
    await put('lohn.csv', asCsv([rows[0]!.replace('Muster', '"<Müller & ""Söhne"">"').replace('Anna', 'Zoë ]]>')]));
    await run('convert lohn.csv elm.xml -q', atHome);
    const name = execFileSync('xmllint', ['--xpath', 'string(//*[local-name()="Lastname"])', here('elm.xml')], {
      encoding: 'utf8',
    });
    expect(name.trim()).toBe('<Müller & "Söhne">');
  });

  test('takes what the table does not say from the options or from the client', async () => {
    const bare = asCsv().split('\n').slice(10).join('\n');
    await put('lohn.csv', bare);
    const incomplete = await run('convert lohn.csv elm.xml --year 2025', atHome);
    expect(incomplete).toMatchObject({ exitCode: 7, stdout: '' });
    expect(incomplete.stderr).toContain('--fund, --member, --company, --zip, --city');
    const options = '--fund 95 --member 10001.00 --company Muster --zip 4051 --city Basel --uid CHE123456788';
    expect((await run(`convert lohn.csv a.xml --year 2025 ${options} -q`, atHome)).exitCode).toBe(0);
    const ofClient = await run('convert lohn.csv b.xml --year 2025 -c 10001.00');
    expect([ofClient.exitCode, ofClient.stderr.includes('UID')]).toEqual([0, false]);
    const nameless = options.replace(/ --uid.*/, '');
    expect((await run(`convert lohn.csv c.xml --year 2025 ${nameless}`, atHome)).stderr).toContain(
      'The table does not say the employer’s UID; ELM says “unknown”.\n',
    );
    for (const file of ['a.xml', 'b.xml']) {
      const [checked] = JSON.parse((await run(`check ${file} -c 10001.00 -o json -q`)).stdout) as readonly unknown[];
      // The declaration of the template above is on its way.
      expect(checked).toMatchObject({
        ok: true,
        findings: [{ code: 'A03', severity: 'warning' }],
        fund: '095.000',
        member: '10001.00',
        persons: 3,
      });
    }
  });

  test('writes nothing if there are errors, or if it is no table', async () => {
    await put('lohn.csv', asCsv([rows[0]!.replace('91000', 'viel')]));
    const refused = await run('convert lohn.csv elm.xml', atHome);
    expect(refused).toMatchObject({ exitCode: 7, stdout: '' });
    expect(refused.stderr).toContain('lohn.csv:K12 error T07');
    expect(refused.stderr).toContain('lohn.csv has an error. Nothing was written.');
    await copyFile('examples/lohn-2025.xml', here('c.xml'));
    expect(await run('convert c.xml elm.xml', atHome)).toMatchObject({ exitCode: 7, stdout: '' });
    await expect(stat(here('elm.xml'))).rejects.toThrow('ENOENT');
  });
});

describe('salary upload', () => {
  test('refuses CSV before a byte is sent, and says what to do', async () => {
    await put('lohn.csv', asCsv());
    const before = office.sandbox.exchanges.filter(({ method }) => method === 'POST').length;
    const ended = await run('upload lohn.csv -c 10001.00 -q');
    expect(ended).toEqual({
      exitCode: 7,
      stdout: '',
      stderr:
        'Error: The portal does not accept CSV. Nothing was sent.\nHint: connect salary convert lohn.csv lohn.xml makes an ELM file of it.\n',
    });
    expect(office.sandbox.exchanges.filter(({ method }) => method === 'POST').length).toBe(before);
  });

  test('refuses a workbook of another client', async () => {
    await put('lohn.xlsx', workbook({ sheets: [{ cells: templateCells([anna], { B3: '10002.00' }) }] }));
    const ended = await run('upload lohn.xlsx -c 10001.00 -q');
    expect(ended).toMatchObject({ exitCode: 7, stdout: '' });
    expect(ended.stderr).toContain('095.000 10002.00');
  });
});
