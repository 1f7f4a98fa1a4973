import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '../../../src/salary/dates.js';
import { figureNames, figuresOf, knownYears, series, sourceOf } from '../../../src/salary/figures/figures.js';
import { referenceAges, referenceMonth } from '../../../src/salary/figures/reference-age.js';

/** Year; AHV, IV, EO, ALV, ALV2 in hundredths of a percent; ceiling of year and month, minor wage, in francs. */
const table = [
  [2014, 840, 140, 50, 220, 100, 126_000, 10_500, 2300],
  [2015, 840, 140, 50, 220, 100, 126_000, 10_500, 2300],
  [2016, 840, 140, 45, 220, 100, 148_200, 12_350, 2300],
  [2017, 840, 140, 45, 220, 100, 148_200, 12_350, 2300],
  [2018, 840, 140, 45, 220, 100, 148_200, 12_350, 2300],
  [2019, 840, 140, 45, 220, 100, 148_200, 12_350, 2300],
  [2020, 870, 140, 45, 220, 100, 148_200, 12_350, 2300],
  [2021, 870, 140, 50, 220, 100, 148_200, 12_350, 2300],
  [2022, 870, 140, 50, 220, 100, 148_200, 12_350, 2300],
  [2023, 870, 140, 50, 220, undefined, 148_200, 12_350, 2300],
  [2024, 870, 140, 50, 220, undefined, 148_200, 12_350, 2300],
  [2025, 870, 140, 50, 220, undefined, 148_200, 12_350, 2500],
  [2026, 870, 140, 50, 220, undefined, 148_200, 12_350, 2500],
] as const;

test.each(table)('the figures of %i are those that the funds publish', (year, ...expected) => {
  const [ahvRate, ivRate, eoRate, alvRate, alvSupplementRate, ceilingYear, ceilingMonth, minorWage] = expected;
  expect(figuresOf(year)).toEqual({
    ahvRate,
    ivRate,
    eoRate,
    alvRate,
    alvSupplementRate,
    alvCeilingYear: ceilingYear * 100,
    alvCeilingMonth: ceilingMonth * 100,
    minorWage: minorWage * 100,
    pensionerAllowanceYear: 1_680_000,
    pensionerAllowanceMonth: 140_000,
    firstLiableBirthYear: year - 18,
  });
});

test('years before and after are not known', () => {
  expect([2013, 2027, NaN].map(figuresOf)).toEqual([undefined, undefined, undefined]);
});

test('every figure of every year has one value and its source', () => {
  for (const year of knownYears) {
    for (const name of figureNames) {
      expect(series[name].filter(({ from, until }) => from <= year && year <= until)).toHaveLength(1);
      expect(sourceOf(name, year)?.text).toMatch(/\S/);
    }
  }
});

test.each([
  ['M', '1960-03-31', '2025-03'],
  ['M', '1900-12-01', '1965-12'],
  ['F', '1960-12-31', '2024-12'],
  ['F', '1961-01-01', '2025-04'],
  ['F', '1961-10-15', '2026-01'],
  ['F', '1962-06-30', '2026-12'],
  ['F', '1963-03-01', '2027-12'],
  ['F', '1963-04-01', '2028-01'],
  ['F', '1964-01-01', '2029-01'],
  ['F', '1999-05-05', '2064-05'],
] as const)('%s born on %s reaches the reference age in %s', (sex, birth, month) => {
  expect(referenceMonth(sex, birth as IsoDate)).toBe(month);
});

test('nobody of the same sex who is born later reaches the reference age earlier', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom('F' as const, 'M' as const), day, day, (sex, ...days) => {
      const [earlier, later] = days.map((one) => one.toISOString().slice(0, 10) as IsoDate).toSorted() as [
        IsoDate,
        IsoDate,
      ];
      expect(referenceMonth(sex, earlier) <= referenceMonth(sex, later)).toBe(true);
    }),
    { seed: 41 },
  );
});

test('the reference ages leave no birth year out', () => {
  for (const spans of Object.values(referenceAges)) {
    expect(spans[0]?.from).toBe(-Infinity);
    expect(spans.at(-1)?.until).toBe(Infinity);
    for (const [index, { from }] of spans.slice(1).entries()) expect(from).toBe((spans[index]?.until ?? 0) + 1);
  }
});
