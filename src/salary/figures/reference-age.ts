import type { IsoDate } from '../dates.js';
import { span, type Series } from './series.js';
import { stated } from './sources.js';

export type Sex = 'F' | 'M';

const source = stated('municipality3047', 'kmu');

/**
 * The reference age in months, by year of birth; before 2024 it was called the ordinary pension age. AHVG Art. 21, with
 * the transition of AHV 21 for women born from 1961 to 1963.
 */
export const referenceAges: Readonly<Record<Sex, Series<number>>> = {
  F: [
    span(-Infinity, 1960, 64 * 12, source),
    span(1961, 1961, 64 * 12 + 3, source),
    span(1962, 1962, 64 * 12 + 6, source),
    span(1963, 1963, 64 * 12 + 9, source),
    span(1964, Infinity, 65 * 12, source),
  ],
  M: [span(-Infinity, Infinity, 65 * 12, source)],
};

/** The reference age of somebody born in that year, in months. */
export function referenceAgeMonths(sex: Sex, birthYear: number): number {
  const age = referenceAges[sex].find(({ from, until }) => from <= birthYear && birthYear <= until);
  return age?.value ?? 65 * 12;
}

/**
 * The month in which somebody reaches the reference age, `YYYY-MM`, which compares as text with the beginning of a day.
 * ALV is owed up to and including this month (AVIG Art. 2), and the pensioner's allowance begins with the next.
 */
export function referenceMonth(sex: Sex, birth: IsoDate): string {
  const birthYear = Number(birth.slice(0, 4));
  const months = birthYear * 12 + Number(birth.slice(5, 7)) - 1 + referenceAgeMonths(sex, birthYear);
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}
