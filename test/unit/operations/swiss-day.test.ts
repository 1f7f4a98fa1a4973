import { expect, test } from 'vitest';
import { daysBetween, startOfSwissDay, swissDayOf } from '../../../src/operations/swiss-day.js';

test.each([
  ['2027-01-30T22:59:59.999Z', '2027-01-30'],
  ['2027-01-30T23:00:00Z', '2027-01-31'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
  ['2026-07-01T21:59:59Z', '2026-07-01'],
  ['2026-07-01T22:00:00Z', '2026-07-02'],
])('at %s it is %s in Switzerland', (moment, day) => {
  expect(swissDayOf(new Date(moment))).toBe(day);
});

test('the day that a day begins with is that day', () => {
  for (const day of ['2026-03-29', '2026-10-25', '2027-01-30']) {
    expect(swissDayOf(new Date(startOfSwissDay(day)))).toBe(day);
  }
});

test.each([
  ['2027-01-16', '2027-01-30', 14],
  ['2027-01-30', '2027-01-30', 0],
  ['2027-02-01', '2027-01-30', -2],
  ['2026-03-28', '2026-03-30', 2],
  ['2028-02-28', '2028-03-01', 2],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
