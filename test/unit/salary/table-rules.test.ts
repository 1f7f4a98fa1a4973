import { describe, expect, test } from 'vitest';
import { anna, day, type CellContent } from '../../support/workbook.js';
import { read, template, told } from './table-file.js';

/** Columns of the template, from 0. */
const column = {
  ...{ ahvNumber: 0, lastname: 1, firstname: 2, birth: 3, sex: 4, from: 5, until: 6, exit: 7 },
  ...{
    ahvIncome: 8,
    ahvOpen: 9,
    alvIncome: 10,
    alvzIncome: 11,
    alvOpen: 12,
    canton: 13,
    fakIncome: 14,
    allowances: 15,
  },
};

type Change = Readonly<Partial<Record<keyof typeof column, CellContent | undefined>>>;

const row = (change: Change) => {
  const cells = [...anna];
  for (const [key, content] of Object.entries(change)) cells[column[key as keyof typeof column]] = content;
  return cells;
};

const found = async (...changes: readonly Change[]) => told(await read(template(changes.map(row)), 'xlsx'));

const marco: Change = { ahvNumber: '756.9217.0769.85', lastname: 'Bernasconi', firstname: 'Marco' };
const wage = (amount: number): Change => ({ ahvIncome: amount, alvIncome: amount });

describe('what a rule finds in a workbook is at the cell that it comes from', () => {
  test.each<[string, readonly Change[], readonly string[]]>([
    ['nothing', [{}, marco], []],
    ['a period over two years, once', [{ from: '1.12.2024', until: '30.11.2025' }], ['V04.years F12']],
    ['a period that ends before it begins, once', [{ from: '1.12.2025', until: '30.11.2025' }], ['V04.order F12']],
    ['somebody too young', [{ birth: '1.1.2008' }], ['P06.tooYoung I12']],
    [
      'an ALV wage above the ceiling',
      [{}, { ...marco, ahvIncome: 160_000, alvIncome: 148_200.05 }],
      ['P07.ceiling K13'],
    ],
    ['one above the ceiling of its months', [{ from: '1.7.2025', ...wage(80_000) }], ['P07.proRata K12']],
    ['an ALV wage above the AHV wage', [{ alvIncome: 91_000.05 }], ['P07.aboveAhv K12']],
    [
      'an ALV wage past the reference age',
      [{ birth: '14.3.1960', sex: 'M', from: '1.4.2025', ahvIncome: 20_000, alvIncome: 0.05 }],
      ['P08.afterReferenceAge K12'],
    ],
    ['somebody who reaches the reference age', [{ birth: '14.3.1960', sex: 'M' }], ['P09.notDivided F12']],
    ['an ALV supplement', [{ alvzIncome: 5 }], ['P10.notLevied L12']],
    ['two rows of a person that overlap', [wage(5000), { ...wage(5000), from: '1.6.2025' }], ['P11.overlap F13']],
    ['an exit before the end', [{ exit: '30.11.2025' }], ['P11.afterWithdrawal F12']],
    [
      'back pay',
      [{}, { from: '1.1.2024', until: '31.12.2024', ...wage(5000), allowances: undefined }],
      ['P12.earlier F13'],
    ],
    ['the number of somebody else', [{}, { ...marco, ahvNumber: anna[0], birth: day(30_000) }], ['P13.number A13']],
    [
      'somebody with and without a number',
      [{}, { ahvNumber: undefined }],
      ['P01.unknown A13', 'P13.withoutNumber A13'],
    ],
    ['a cancelled wage, once', [{}, { ahvIncome: -1000, alvIncome: -1000, allowances: undefined }], ['P15.amount I13']],
    ['a minor wage', [wage(2500)], ['P16.declared I12']],
  ])('%s', async (_what, rows, expected) => {
    expect(await found(...rows)).toEqual(expected);
  });

  test('in a row that can’t be read, stand-ins are not held against the law', async () => {
    expect(await found({ birth: 'gestern', ...wage(2000) })).toEqual(['T07.date D12']);
    expect(await found({ sex: '?', ahvIncome: -5 })).toEqual(['T07.sex E12']);
  });
});

test('CSV is judged alike, at the lines of the file', async () => {
  const csv = [
    'Jahr;2025',
    'Ausgleichskasse;095',
    'Mitgliednummer;10001.00',
    'AHV-Nr;Name;Vorname;Geburtsdatum;Geschlecht;von;bis;AHV-Lohn;ALV-Lohn;Kanton',
    '756.1234.5678.97;Muster;Anna;12.04.1985;F;;30.06.2025;80000;80000;BS',
    '756.9217.0769.85;Bernasconi;Marco;14.03.1960;M;;;-100;0;BS',
  ];
  const file = await read(csv.join('\n'), 'csv');
  expect(told(file)).toEqual(['P07.proRata I5', 'P15.amount H6']);
  expect(file.checked.findings.map(({ person }) => person)).toEqual([
    { ordinal: 1, ahvNumber: '756.****.****.97' },
    { ordinal: 2, ahvNumber: '756.****.****.85' },
  ]);
});
