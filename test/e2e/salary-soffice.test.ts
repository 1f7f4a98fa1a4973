import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { fill } from '../support/filled-template.js';
import { emptyFolder } from '../support/folder.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { amounts, annas, asCsv, inOrder, totals } from '../support/salary-table.js';
import { converted } from '../support/soffice.js';
import { itWith } from '../support/tools.js';

let office: Office;
let cwd: string;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  cwd = await emptyFolder();
});

const atHome = { CONNECT_CONFIG_DIR: '/nonexistent/connect' };
const run = (line: string, env = {}) => office.run(`salary ${line}`, { cwd, env });
const put = (name: string, content: string | Uint8Array) => writeFile(path.join(cwd, name), content);
const here = (name: string) => path.join(cwd, name);

describe('files of LibreOffice', () => {
  itWith('soffice', 'a workbook made of CSV', async () => {
    await put('lohn.csv', asCsv());
    await copyFile(await converted(here('lohn.csv'), 'xlsx'), here('lohn.xlsx'));
    expect(await run('check lohn.xlsx', atHome)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: totals('lohn.xlsx', 'Excel template 1') + amounts('lohn.xlsx') + inOrder('lohn.xlsx'),
    });
  });

  itWith('soffice', 'a workbook that was an OpenDocument table on its way, which itself is refused', async () => {
    await put('lohn.csv', asCsv());
    const ods = await converted(here('lohn.csv'), 'ods');
    await copyFile(ods, here('lohn.ods'));
    await copyFile(await converted(ods, 'xlsx'), here('lohn.xlsx'));
    expect(await run('check lohn.xlsx lohn.ods --fields file,code', atHome)).toEqual({
      exitCode: 7,
      stdout: 'lohn.ods\tT03\n',
      stderr: `${totals('lohn.xlsx', 'Excel template 1')}${amounts('lohn.xlsx')}${inOrder('lohn.xlsx')}lohn.ods: not in order (errors: 1, warnings: 0)\n`,
    });
  });

  itWith('soffice', 'our template, saved again by it, with all its empty rows', async () => {
    await run('template t.xlsx --year 2025 -q --lang it', atHome);
    await fill(here('t.xlsx'), {
      B2: '095.000',
      B3: '10001.00',
      A12: '756.1234.5678.97',
      B12: 'Muster',
      C12: 'Anna',
      D12: '12.4.1985',
      E12: 'F',
      I12: 91000,
      K12: 91000,
      N12: 'BS',
    });
    const saved = await converted(await converted(here('t.xlsx'), 'ods'), 'xlsx');
    await copyFile(saved, here('lohn.xlsx'));
    expect(await run('check lohn.xlsx', atHome)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `lohn.xlsx: Excel template 1, year 2025, persons: 1, AHV wages: CHF 91,000.00\n${annas('lohn.xlsx')}${inOrder('lohn.xlsx')}`,
    });
  });

  itWith('soffice', 'a workbook of Excel 97 is refused by name', async () => {
    await put('lohn.csv', asCsv());
    await copyFile(await converted(here('lohn.csv'), 'xls'), here('lohn.xls'));
    expect(await run('check lohn.xls --fields code,message -q', atHome)).toEqual({
      exitCode: 7,
      stdout: 'X05\tThis is a workbook of an old Excel version (.xls), or one that is protected by a password.\n',
      stderr: '',
    });
  });

  itWith('soffice', 'a workbook that was damaged on its way is a finding, or unharmed where it counts', async () => {
    await put('lohn.csv', asCsv());
    const intact = await readFile(await converted(here('lohn.csv'), 'xlsx'));
    await put('intact.xlsx', intact);
    const [good] = JSON.parse((await run('check intact.xlsx -o json -q', atHome)).stdout) as readonly {
      totals: object;
    }[];
    const random = fc.sample(
      fc.record({ at: fc.nat(intact.length - 1), byte: fc.integer({ min: 1, max: 255 }), cut: fc.boolean() }),
      { seed: 20260130, numRuns: 40 },
    );
    const names: string[] = [];
    for (const [index, { at, byte, cut }] of random.entries()) {
      const bytes = Buffer.from(cut ? intact.subarray(0, at) : intact);
      if (!cut) bytes[at] = intact[at]! ^ byte;
      names.push(`damaged-${index}.xlsx`);
      await put(names.at(-1)!, bytes);
    }
    const { exitCode, stdout, stderr } = await run(`check ${names.join(' ')} -o json -q`, atHome);
    const checked = JSON.parse(stdout) as readonly { ok: boolean; totals: object; errors: number }[];
    expect([exitCode, stderr, checked.length]).toEqual([7, '', names.length]);
    for (const { ok, totals: sums, errors } of checked)
      expect(ok ? sums : errors > 0).toEqual(ok ? good?.totals : true);
  });
});
