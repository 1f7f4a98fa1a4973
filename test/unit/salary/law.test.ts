import { describe, expect, test } from 'vitest';
import { formatRappen, type Rappen } from '../../../src/salary/money.js';
import type { ElmPerson, ElmSalary } from '../../support/elm.js';
import { findingsOf, positionOf } from './check-text.js';
import { finding } from './check-text.js';
import { employed, paid } from './rule-examples.js';

const person = '/DeclareSalary/SalaryDeclaration/Company/Staff/Person[1]';
const reference = { ordinal: 1, ahvNumber: '756.****.****.80' };
const keys = async (xml: string) => (await findingsOf(xml)).map(({ key }) => key.replace('finding.', ''));
const telling = async (xml: string) =>
  (await findingsOf(xml)).map(({ key, params }) => [key.replace('finding.', ''), params]);

describe('who is too young', () => {
  test.each([
    ['2007-12-31', '2025', []],
    ['2008-01-01', '2025', ['P06.tooYoung']],
    ['2008-01-01', '2026', []],
    ['2008-12-31', '2026', []],
    ['2009-01-01', '2026', ['P06.tooYoung']],
    ['1996-12-31', '2014', []],
    ['1997-01-01', '2014', ['P06.tooYoung']],
  ])('born on %s, wages of %s', async (born, year, expected) => {
    const salary = { from: `${year}-01-01`, until: `${year}-12-31` };
    expect(await keys(paid([salary], { born }, { year: Number(year) }))).toEqual(expected);
  });

  test('is told at the wage, without the date of birth', async () => {
    const wrong = paid([{}], { born: '2009-05-05' });
    expect(await findingsOf(wrong)).toEqual([
      finding('P06.tooYoung', {
        ...positionOf(wrong, '<sd:AHV-AVS-Income>'),
        path: `${person}/AHV-AVS-Salaries/AHV-AVS-Salary/AHV-AVS-Income`,
        person: reference,
        params: { year: 2025, first: 2007, amount: '91000.00' },
      }),
    ]);
  });

  test('an exempt wage is no fault, and back pay goes by its own year', async () => {
    const born = '2008-06-06';
    expect(await keys(paid([{ ahvIncome: 0, ahvOpen: 500_000, alvIncome: 0, alvOpen: 500_000 }], { born }))).toEqual(
      [],
    );
    const back = { from: '2025-07-01', until: '2025-12-31', ahvIncome: 500_000, alvIncome: 500_000 };
    const this_ = { from: '2026-01-01', until: '2026-12-31' };
    expect(await keys(paid([back, this_], { born }, { year: 2026 }))).toEqual(['P12.earlier', 'P06.tooYoung']);
  });
});

describe('the ALV ceiling', () => {
  const wage = (alvIncome: number, days: Partial<ElmSalary> = {}): Partial<ElmSalary> => ({
    ...days,
    ahvIncome: Math.max(alvIncome, 20_000_000),
    alvIncome,
  });

  test.each([
    ['a year', [{}], 14_820_000, 'P07.ceiling'],
    ['half a year', [{ until: '2025-06-30' }], 7_410_000, 'P07.proRata'],
    ['February', [{ from: '2025-02-01', until: '2025-02-28' }], 1_235_000, 'P07.proRata'],
    ['a day', [{ from: '2025-05-15', until: '2025-05-15' }], 41_165, 'P07.proRata'],
    ['five months and 17 days', [{ from: '2025-05-15', until: '2025-10-31' }], 6_874_835, 'P07.proRata'],
    ['30 of 31 days', [{ from: '2025-05-02', until: '2025-05-31' }], 1_235_000, 'P07.proRata'],
    ['all but a day', [{ from: '2025-01-02' }], 14_820_000, 'P07.ceiling'],
    [
      'January, and July to December, after coming back',
      [{ until: '2025-01-31' }, { from: '2025-07-01' }],
      8_645_000,
      'P07.proRata',
    ],
    [
      'halves of a month, which are a month together',
      [
        { from: '2025-03-01', until: '2025-03-15' },
        { from: '2025-03-16', until: '2025-03-31' },
      ],
      1_235_000,
      'P07.proRata',
    ],
  ] as const)('of %s', async (_what, periods, ceiling, above) => {
    const salaries = (sum: number) => periods.map((days, index) => wage(index === 0 ? sum : 0, days));
    expect(await keys(paid(salaries(ceiling)))).toEqual([]);
    expect(await keys(paid(salaries(ceiling + 5)))).toEqual([above]);
  });

  test('was lower in 2015', async () => {
    const days = { from: '2015-01-01', until: '2015-12-31' };
    expect(await keys(paid([wage(12_600_000, days)], {}, { year: 2015 }))).toEqual([]);
    expect(await telling(paid([wage(12_600_005, days)], {}, { year: 2015 }))).toEqual([
      ['P07.ceiling', { year: 2015, amount: '126000.05', ceiling: '126000.00', days: 360 }],
    ]);
  });

  test('tells what was compared, at the last ALV wage', async () => {
    const wrong = paid([wage(7_000_000, { until: '2025-01-31' }), wage(3_000_000, { from: '2025-07-01' })]);
    expect(await findingsOf(wrong)).toEqual([
      finding('P07.proRata', {
        ...positionOf(wrong, '<sd:ALV-AC-Income>', 2),
        path: `${person}/AHV-AVS-Salaries/AHV-AVS-Salary[2]/ALV-AC-Income`,
        person: reference,
        params: { year: 2025, amount: '100000.00', ceiling: '86450.00', days: 210 },
      }),
    ]);
  });

  test('years are not added up, and what is negative corrects', async () => {
    const last = { from: '2024-01-01', until: '2024-12-31' };
    expect(await keys(paid([wage(14_820_000, last), wage(14_820_000)]))).toEqual(['P12.earlier']);
    const corrected = paid([wage(14_900_000), { ahvIncome: -1, alvIncome: -80_000 }]);
    expect(await keys(corrected)).toEqual(['P15.amount']);
  });

  test('of somebody who reaches the reference age counts the months up to it', async () => {
    const retired: Partial<ElmPerson> = { sex: 'M', born: '1960-03-14' };
    const after: Partial<ElmSalary> = { from: '2025-04-01', ahvIncome: 3_000_000, alvIncome: 0, alvOpen: 3_000_000 };
    const until = (alv: number) => paid([wage(alv, { until: '2025-03-31' }), after], retired);
    expect(await keys(until(3_705_000))).toEqual([]);
    expect(await telling(until(3_705_005))).toEqual([
      ['P07.proRata', { year: 2025, amount: '37050.05', ceiling: '37050.00', days: 90 }],
    ]);
  });

  test('an ALV wage above the AHV wage of the year is wrong, and one of a period is not', async () => {
    const first = { until: '2025-03-31', ahvIncome: 6_000_000, alvIncome: 3_705_000 };
    const second = { from: '2025-10-01', ahvIncome: 1_000_000, alvIncome: 3_295_000 };
    expect(await keys(paid([first, second]))).toEqual([]);
    expect(await telling(paid([first, { ...second, alvIncome: 3_295_005 }]))).toEqual([
      ['P07.aboveAhv', { year: 2025, alv: '70000.05', ahv: '70000.00' }],
    ]);
  });
});

describe('the reference age', () => {
  const reached = [
    ['M', '1960-03-31', '2025-03'],
    ['F', '1961-01-01', '2025-04'],
    ['F', '1960-12-31', '2024-12'],
  ] as const;

  test.each(reached)('of %s born on %s: no ALV after %s', async (sex, born, month) => {
    const [year = '', number = ''] = month.split('-');
    const last = new Date(Date.UTC(Number(year), Number(number), 0)).toISOString().slice(0, 10);
    const next = new Date(Date.UTC(Number(year), Number(number), 1)).toISOString().slice(0, 10);
    const income = { ahvIncome: 600_000, alvIncome: 600_000 };
    const until = { from: `${month}-01`, until: last, ...income };
    const from = { from: next, until: next, ...income };
    const options = { year: Number(next.slice(0, 4)) };
    expect((await telling(paid([until, { ...from, alvIncome: 0 }], { sex, born }, options))).filter(isAge)).toEqual([]);
    expect((await telling(paid([until, from], { sex, born }, options))).filter(isAge)).toEqual([
      ['P08.afterReferenceAge', { month, amount: '6000.00' }],
    ]);
    expect(
      (await telling(paid([{ ...income, from: last, until: next }], { sex, born }, options))).filter(isAge),
    ).toEqual(year === next.slice(0, 4) ? [['P09.notDivided', { month }]] : []);
  });
  const isAge = ([key]: readonly unknown[]) => /^P0[89]/.test(String(key));

  test('whoever reaches it in December, leaves in that month, or has no wage, needs no second salary', async () => {
    expect(await keys(paid([{}], { sex: 'M', born: '1960-12-31' }))).toEqual([]);
    const leaves = { until: '2025-03-31', ahvIncome: 3_000_000, alvIncome: 3_000_000 };
    expect(await keys(paid([leaves], { sex: 'M', born: '1960-03-01' }))).toEqual([]);
    expect(await keys(paid([{ ahvIncome: 0, alvIncome: 0 }], { sex: 'M', born: '1960-03-01' }))).toEqual([]);
  });
});

test.each([
  [2022, []],
  [2023, ['P10.notLevied']],
  [2024, ['P10.notLevied']],
])('an ALV supplement of %i', async (year, expected) => {
  const salary = { from: `${year}-01-01`, until: `${year}-12-31`, alvzIncome: 100 };
  expect(await keys(paid([salary], {}, { year }))).toEqual(expected);
});

test('an ALV supplement of an earlier year may be declared now', async () => {
  const back = { from: '2022-01-01', until: '2022-12-31', alvzIncome: 100 };
  expect(await keys(paid([back, {}]))).toEqual(['P12.earlier']);
});

describe('a minor wage', () => {
  const wage = (ahvIncome: number, year = 2025): Partial<ElmSalary> => ({
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    ahvIncome,
    alvIncome: ahvIncome,
  });

  test.each([
    [2024, 230_000, ['P16.declared']],
    [2024, 230_005, []],
    [2025, 250_000, ['P16.declared']],
    [2025, 250_005, []],
    [2025, 0, []],
  ])('of %i: %i Rappen', async (year, amount, expected) => {
    expect(await keys(paid([wage(amount, year)], {}, { year }))).toEqual(expected);
  });

  test('is that of the year, and none past the reference age or with an exempt part', async () => {
    const halves = [
      { ...wage(200_000), until: '2025-06-30' },
      { ...wage(60_000), from: '2025-07-01' },
    ];
    expect(await keys(paid(halves))).toEqual([]);
    expect(await keys(paid([{ ...wage(100_000), alvIncome: 0 }], { sex: 'M', born: '1955-01-01' }))).toEqual([]);
    expect(await keys(paid([{ ...wage(100_000), ahvOpen: 5 }]))).toEqual([]);
    expect(await keys(paid([wage(100_000)], { born: '2009-01-01' }))).toEqual(['P06.tooYoung']);
    expect(await telling(paid([wage(100_000)]))).toEqual([
      ['P16.declared', { year: 2025, amount: formatRappen(100_000 as Rappen), limit: '2500.00' }],
    ]);
  });
});

test('in a year whose figures are unknown, nothing is compared with them, and that is said', async () => {
  const salary = {
    from: '2031-01-01',
    until: '2031-12-31',
    ahvIncome: 99_000_000,
    alvIncome: 99_000_000,
    alvzIncome: 5,
  };
  expect(await telling(paid([salary], { born: '2020-01-01' }, { year: 2031 }))).toEqual([
    ['P12.unknownFigures', { year: 2031 }],
  ]);
});

test('an amount that can’t be read is not compared with anything', async () => {
  const wrong = employed(paid([{}]), '2025-01-01').replace('<sd:AHV-AVS-Income>91000.00', '<sd:AHV-AVS-Income>9’000');
  expect(await keys(wrong)).toEqual(['V02.amount']);
});
