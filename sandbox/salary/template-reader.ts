import { readFile } from 'node:fs/promises';
import { isAhvNumber } from '../rules/ahv-number.js';
import { FileInvalid } from './decode.js';
import { amountNames, amounts, type Amount, type Amounts, type ElmFile, type Finding } from './elm-file.js';
import { francs, rappen } from './amounts.js';

/** Where version 1 of the fund's Excel template has what; rows and columns count from 0. */
const mark = { row: 0, column: 7, text: 'connect.salary-template/1' };
const header = { column: 1, fund: 1, member: 2, year: 3 };
const firstPerson = 11;
const amountColumns: Readonly<Record<Amount, number>> = {
  'AHV-AVS-Income': 8,
  'AHV-AVS-Open': 9,
  'ALV-AC-Income': 10,
  'ALVZ-ACS-Income': 11,
  'ALV-AC-Open': 12,
};
const mostRows = 20_000;

type Value = string | number | boolean | Date | null | undefined;

/** Reads the fund's Excel template as far as the portal looks at it: whose it is, which year, what it adds up to. */
export async function readTemplate(file: string): Promise<ElmFile> {
  const sheets = await sheetsOf(file);
  const rows = sheets.find((one) => one[mark.row]?.[mark.column] === mark.text);
  if (rows === undefined) throw new FileInvalid("The workbook was not made by version 1 of the fund's template.");
  const value = (row: number) => String(rows[row]?.[header.column] ?? '').trim();
  const year = Number(value(header.year));
  if (!Number.isInteger(year) || year < 2000 || year > 2100) throw new FileInvalid('The workbook names no year.');
  // Where a dot separates thousands, a spreadsheet takes 095.000 for the number 95000.
  const branch = value(header.fund).replace(/^\d{1,3}(?=000$)/, (digits) => `${digits.padStart(3, '0')}.`);
  const customer = value(header.member);
  if (branch === '' || customer === '') throw new FileInvalid('The workbook names no fund or no member.');
  const staff = rows.slice(firstPerson).filter((row) => row.some((cell) => String(cell ?? '').trim() !== ''));
  const read = staff.map((row, index) => salaryOf(row, index + 1));
  const sums = Object.fromEntries(
    amountNames.map((name) => [name, read.reduce((sum, one) => sum + (one.amounts[name] ?? 0n), 0n)]),
  ) as unknown as Amounts;
  const totals = new Map(amountNames.map((name) => [amounts[name] as string, { text: francs(sums[name]), line: 0 }]));
  return {
    version: '1',
    test: false,
    year,
    institutions: [
      { kind: 'AHV-AVS', id: 'AHV', branch, customer },
      { kind: 'FAK-CAF', id: 'FAK', branch, customer },
    ],
    persons: new Set(staff.map((row) => row.slice(0, 4).join('\n'))).size,
    sums: new Map([['AHV', sums]]),
    totals: new Map([['AHV', totals]]),
    counters: new Map(),
    counted: { 'AHV-AVS-Salary': staff.length, 'FAK-CAF-Salary': staff.length },
    findings: read.flatMap(({ findings }) => findings),
  };
}

async function sheetsOf(file: string): Promise<readonly (readonly (readonly Value[])[])[]> {
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const { sheets } = await readXlsx(await readFile(file), { range: `A1:S${mostRows}`, maxRows: mostRows });
    return sheets.map(({ rows }) => rows);
  } catch {
    throw new FileInvalid('The file is no Excel workbook.');
  }
}

function salaryOf(
  row: readonly Value[],
  person: number,
): { readonly amounts: Partial<Record<Amount, bigint>>; readonly findings: readonly Finding[] } {
  const line = firstPerson + person;
  const findings: Finding[] = [];
  const find = (level: Finding['level'], code: Finding['code'], ...parameters: string[]) => {
    findings.push({ level, code, parameters, person, line });
  };
  const number = String(row[0] ?? '').replace(/\D/g, '');
  const dotted = number.replace(/^(\d{3})(\d{4})(\d{4})(\d{2})$/, '$1.$2.$3.$4');
  if (number !== '' && !isAhvNumber(dotted)) find('Plausibility', 'ahv-number-invalid');
  const found: Partial<Record<Amount, bigint>> = {};
  for (const name of amountNames) {
    const cell = row[amountColumns[name]];
    if (cell === null || cell === undefined || cell === '') continue;
    const amount = amountOf(cell);
    if (amount === undefined) find('Validity', 'amount-malformed', name, String(cell).slice(0, 40));
    else found[name] = amount;
  }
  const { 'AHV-AVS-Income': ahv = 0n, 'ALV-AC-Income': alv = 0n } = found;
  if (alv > ahv) find('Plausibility', 'alv-above-ahv');
  return { amounts: found, findings };
}

/** A number, or a text with thousands separated as the Swiss do. */
function amountOf(cell: NonNullable<Value>): bigint | undefined {
  if (typeof cell === 'number') return rappen(cell.toFixed(2));
  const plain = String(cell).replace(/['’\s\u00a0\u202f]/g, '');
  return rappen(/^-?\d+$/.test(plain) ? `${plain}.00` : plain);
}
