import type { IsoDate } from './dates.js';
import type { Rappen } from './money.js';
import { daysInMonth } from './xml/lexical.js';

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
  const covered = Array<number>(13).fill(0);
  for (const { from, until } of periods) cover(covered, from, until);
  const year = Number(periods[0]?.from.slice(0, 4) ?? 0);
  let sum = 0;
  for (let month = 1; month <= 12; month += 1) sum += daysOf(covered[month] ?? 0, month, year);
  return sum;
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
function cover(covered: number[], from: IsoDate, until: IsoDate): void {
  const [first, last] = [Number(from.slice(5, 7)), Number(until.slice(5, 7))];
  for (let month = first; month <= last; month += 1) {
    const begin = month === first ? Number(from.slice(8)) : 1;
    const end = month === last ? Number(until.slice(8)) : 31;
    covered[month] = (covered[month] ?? 0) | (daysUpTo(end) & ~daysUpTo(begin - 1));
  }
}

/** The bits of the first days of a month. */
const daysUpTo = (day: number): number => 0x7fff_ffff >>> (31 - day);

function daysOf(covered: number, month: number, year: number): number {
  if (covered === 0) return 0;
  const whole = daysUpTo(daysInMonth(month, year));
  if ((covered & whole) === whole) return 30;
  let days = 0;
  for (let rest = covered & whole; rest !== 0; rest &= rest - 1) days += 1;
  return Math.min(days, 30);
}
