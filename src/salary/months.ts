import type { IsoDate } from './dates.js';
import type { Rappen } from './money.js';

/** Both days count. */
export interface Days {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The calendar year that the days lie in; `undefined` if they lie in several. */
export function yearOf({ from, until }: Days): number | undefined {
  const year = from.slice(0, 4);
  return until.startsWith(year) ? Number(year) : undefined;
}

/** The days of an employment in a year of twelve months of thirty days each. */
const daysOfYear = 360;

/**
 * How long somebody was employed in one calendar year, in days of a year of 360: a full month counts 30, a part of one its
 * calendar days, but never more than 30. Days that several periods cover count once, so that whoever comes back in the same
 * year is given the months of work together. All periods lie in the same year.
 */
export function employedDays(periods: readonly Days[]): number {
  if (periods.some(isWholeYear)) return daysOfYear;
  const covered = new Uint32Array(13);
  for (const { from, until } of periods) cover(covered, from, until);
  const year = Number(periods[0]?.from.slice(0, 4) ?? 0);
  return covered.reduce((sum, days, month) => sum + daysOf(days, month, year), 0);
}

/**
 * The ALV ceiling for so many days of a year of 360: the ceiling of the month for every 30 of them, a thirtieth of it for
 * each further one, rounded commercially to five Rappen. The law doesn't write the formula down; payroll programs use it.
 */
export function proRataCeiling(ceilingYear: Rappen, days: number): Rappen {
  const unit = 5 * daysOfYear;
  return (Math.floor((ceilingYear * days + unit / 2) / unit) * 5) as Rappen;
}

const isWholeYear = ({ from, until }: Days): boolean => from.endsWith('-01-01') && until.endsWith('-12-31');

/** One bit a day. */
function cover(covered: Uint32Array, from: IsoDate, until: IsoDate): void {
  const [first, last] = [Number(from.slice(5, 7)), Number(until.slice(5, 7))];
  for (let month = first; month <= last; month += 1) {
    const begin = month === first ? Number(from.slice(8)) : 1;
    const end = month === last ? Number(until.slice(8)) : 31;
    for (let day = begin; day <= end; day += 1) covered[month] = (covered[month] ?? 0) | (1 << (day - 1));
  }
}

function daysOf(covered: number, month: number, year: number): number {
  if (covered === 0) return 0;
  const inMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let days = 0;
  for (let day = 0; day < inMonth; day += 1) days += (covered >>> day) & 1;
  return days === inMonth ? 30 : Math.min(days, 30);
}
