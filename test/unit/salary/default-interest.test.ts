import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributionsOf, deadlineOf, defaultInterest } from '../../../src/salary/default-interest.js';
import { formatRappen, type Rappen } from '../../../src/salary/money.js';

const totals = (ahvIncome: string, alvIncome: string, alvzIncome?: string) => ({
  ahvIncome,
  alvIncome,
  ...(alvzIncome !== undefined && { alvzIncome }),
});

test.each([
  // 10.6 % and 2.2 %
  [2025, totals('100000.00', '100000.00'), '12800.00'],
  [2025, totals('200000.00', '148200.00'), '24460.40'],
  // 10.55 % and 2.2 %
  [2020, totals('100000.00', '100000.00'), '12750.00'],
  // 10.25 %, 2.2 %, and 1 % above the ceiling
  [2019, totals('200000.00', '148200.00', '51800.00'), '24278.40'],
  // ALV2 has not been levied since 2023.
  [2023, totals('200000.00', '148200.00', '51800.00'), '24460.40'],
  [2025, totals('0.00', '0.00'), '0.00'],
  // 0.0106 and 0.0002 francs: half a Rappen up.
  [2025, totals('0.10', '0.01'), '0.01'],
])('contributions of %i on %o are %s', (year, wages, expected) => {
  expect(formatRappen(contributionsOf(year, wages) ?? (NaN as Rappen))).toBe(expected);
});

test.each([
  ['the rates of the year are', 2013, totals('1.00', '1.00')],
  ['the rates of a year to come are', 2027, totals('1.00', '1.00')],
  ['the wages are', 2025, {}],
  ['the ALV wages are', 2025, { ahvIncome: '1.00' }],
  ['an amount can’t be read, so it is', 2025, totals('much', '1.00')],
])('contributions are not known where %s not', (_what, year, wages) => {
  expect(contributionsOf(year, wages)).toBeUndefined();
});

test('the contributions of the largest wages that can be read are exact to the Rappen', () => {
  const most = '90071992547409.91';
  expect(formatRappen(contributionsOf(2025, totals(most, most)) ?? (NaN as Rappen))).toBe('11529215046068.47');
});

test('wages of a year are to be declared by 30 January of the next', () => {
  expect(deadlineOf(2025)).toBe('2026-01-30');
});

const interest = (day: string, contributions = 1_000_000, year = 2025): string =>
  formatRappen(defaultInterest(year, contributions as Rappen, day) ?? (NaN as Rappen));

test.each([
  ['2025-06-30', '0.00', 'the year is not over'],
  ['2026-01-30', '0.00', 'the last day in time'],
  ['2026-01-31', '41.67', 'a whole month counts thirty days: 10000 × 5 % × 30 / 360'],
  ['2026-02-01', '43.06', 'thirty-one days'],
  ['2026-02-27', '79.17', 'fifty-seven days'],
  ['2026-02-28', '83.33', 'February is a whole month, too'],
  ['2026-03-30', '125.00', 'three months'],
  ['2026-03-31', '125.00', 'the 31st adds nothing to the 30th'],
  ['2026-06-30', '250.00', 'half a year'],
  ['2026-12-31', '500.00', 'a year'],
  ['2028-02-28', '1080.56', 'two years and 58 days: 2028 is a leap year'],
  ['2028-02-29', '1083.33', 'two years and two months'],
])('on 10000 francs of 2025, paid on %s: %s (%s)', (day, expected) => {
  expect(interest(day)).toBe(expected);
});

test('what the fund owes bears no interest, and neither does what is not known and not late', () => {
  expect(interest('2026-12-31', -1)).toBe('0.00');
  expect(interest('2026-12-31', 0)).toBe('0.00');
  expect(defaultInterest(2025, undefined, '2026-01-30')).toBe(0);
  expect(defaultInterest(2025, undefined, '2026-01-31')).toBeUndefined();
  expect(defaultInterest(2025, Number.MAX_SAFE_INTEGER as Rappen, '2999-12-31')).toBeUndefined();
});

test('interest never falls from one day to the next, and a year of it is five percent', () => {
  const amounts = fc.integer({ min: 1, max: 100_000_000_000 });
  const days = fc.integer({ min: 30, max: 1500 });
  const dayOf = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(amounts, days, (amount, offset) => {
      const [today, tomorrow] = [dayOf(offset), dayOf(offset + 1)].map((day) =>
        defaultInterest(2025, amount as Rappen, day),
      );
      expect(tomorrow).toBeGreaterThanOrEqual(today ?? NaN);
      expect(defaultInterest(2025, amount as Rappen, '2026-12-31')).toBe(Math.floor((amount + 10) / 20));
    }),
  );
});
