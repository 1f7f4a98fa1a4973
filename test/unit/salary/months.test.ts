import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '../../../src/salary/dates.js';
import { figuresOf, knownYears } from '../../../src/salary/figures/figures.js';
import { employedDays, proRataCeiling, type Days } from '../../../src/salary/months.js';
import type { Rappen } from '../../../src/salary/money.js';

const seeded = { seed: 20260130, numRuns: 1000 };

const days = (from: string, until: string): Days => ({ from: from as IsoDate, until: until as IsoDate });

test.each([
  [[], 0],
  [[['01-01', '12-31']], 360],
  [[['01-01', '01-31']], 30],
  [[['02-01', '02-28']], 30],
  [[['02-01', '02-27']], 27],
  [[['04-01', '04-30']], 30],
  [[['01-01', '01-30']], 30],
  [[['01-02', '01-31']], 30],
  [[['01-01', '01-01']], 1],
  [[['01-15', '02-14']], 17 + 14],
  [[['05-15', '10-31']], 17 + 5 * 30],
  // Came back: the months of work together.
  [
    [
      ['01-01', '03-31'],
      ['07-01', '08-15'],
    ],
    90 + 30 + 15,
  ],
  // What two periods cover counts once.
  [
    [
      ['01-01', '06-30'],
      ['04-01', '09-30'],
    ],
    270,
  ],
  [
    [
      ['03-01', '03-15'],
      ['03-16', '03-31'],
    ],
    30,
  ],
] as const)('%j of 2025 are %i days of 360', (periods, expected) => {
  expect(employedDays(periods.map(([from, until]) => days(`2025-${from}`, `2025-${until}`)))).toBe(expected);
});

test('February of a leap year has a day more', () => {
  expect(employedDays([days('2024-02-01', '2024-02-28')])).toBe(28);
  expect(employedDays([days('2024-02-01', '2024-02-29')])).toBe(30);
});

test.each([
  [360, 14_820_000],
  [330, 13_585_000],
  [30, 1_235_000],
  [1, 41_165],
  [2, 82_335],
  [17, 699_835],
  [167, 6_874_835],
  [0, 0],
])('the ceiling for %i days is %i Rappen', (count, expected) => {
  expect(proRataCeiling(14_820_000 as Rappen, count)).toBe(expected);
});

/** Days of 2025 by their number, from 0. */
const dayOf = (index: number): IsoDate => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10) as IsoDate;
const period = fc
  .tuple(fc.nat(364), fc.nat(364))
  .map(([a, b]): Days => ({ from: dayOf(Math.min(a, b)), until: dayOf(Math.max(a, b)) }));
const year = fc.constantFrom(...knownYears);
const ceilingOf = (inYear: number, count: number) => proRataCeiling(figuresOf(inYear)!.alvCeilingYear, count);

test('whole months have the ceiling of the month each, in every year', () => {
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (inYear, a, b) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      const until = new Date(Date.UTC(inYear, last, 0)).toISOString().slice(0, 10);
      const count = employedDays([days(`${inYear}-${String(first).padStart(2, '0')}-01`, until)]);
      const { alvCeilingMonth, alvCeilingYear } = figuresOf(inYear)!;
      expect(ceilingOf(inYear, count)).toBe(alvCeilingMonth * (last - first + 1));
      if (last - first === 11) expect(ceilingOf(inYear, count)).toBe(alvCeilingYear);
    }),
    seeded,
  );
});

test('never more than a year, never less than the longest period, and the order of periods means nothing', () => {
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 4 }), (periods) => {
      const count = employedDays(periods);
      expect(count).toBeLessThanOrEqual(360);
      expect(count).toBeGreaterThanOrEqual(Math.max(...periods.map((one) => employedDays([one]))));
      expect(count).toBe(employedDays(periods.toReversed()));
      expect(employedDays([...periods, ...periods])).toBe(count);
    }),
    seeded,
  );
});

test('longer employment never has a lower ceiling', () => {
  fc.assert(
    fc.property(period, fc.nat(364), year, ({ from, until }, index, inYear) => {
      const day = dayOf(index);
      const longer = days(day < from ? day : from, day > until ? day : until);
      const [shortDays, longDays] = [employedDays([{ from, until }]), employedDays([longer])];
      expect(longDays).toBeGreaterThanOrEqual(shortDays);
      expect(ceilingOf(inYear, longDays)).toBeGreaterThanOrEqual(ceilingOf(inYear, shortDays));
    }),
    seeded,
  );
});

test('periods that share no month add up, to the day and, but for rounding, to the Rappen', () => {
  fc.assert(
    fc.property(period, period, year, (a, b, inYear) => {
      const [first, last] = [a, b].toSorted((one, other) => (one.from < other.from ? -1 : 1)) as [Days, Days];
      fc.pre(first.until.slice(0, 7) < last.from.slice(0, 7));
      const parts = [employedDays([first]), employedDays([last])] as const;
      const together = employedDays([first, last]);
      expect(together).toBe(parts[0] + parts[1]);
      const apart = ceilingOf(inYear, parts[0]) + ceilingOf(inYear, parts[1]);
      expect(Math.abs(ceilingOf(inYear, together) - apart)).toBeLessThanOrEqual(5);
    }),
    seeded,
  );
});

test('a ceiling is a multiple of five Rappen, and off by two and a half at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 360 }), year, (count, inYear) => {
      const ceiling = ceilingOf(inYear, count);
      expect(ceiling % 5).toBe(0);
      expect(Math.abs(ceiling * 360 - figuresOf(inYear)!.alvCeilingYear * count)).toBeLessThanOrEqual(900);
    }),
    seeded,
  );
});
