import type { Totals } from './deviations.js';
import { figuresOf } from './figures/figures.js';
import { noRappen, parseRappen, type Rappen } from './money.js';

/** The last day on which the wages of a year can be declared in time, `YYYY-MM-DD` (AHVV Art. 36 para. 2). */
export const deadlineOf = (year: number): string => `${String(year + 1)}-01-30`;

/**
 * What AHV, IV, EO and ALV cost on the wages of a year, employer's and employees' halves together: AHV wages × (AHV + IV +
 * EO rate) + ALV wages × ALV rate + ALV supplement wages × ALV2 rate. Contributions to the family compensation fund and
 * administrative costs, which each fund sets itself, are not in it. `undefined` if a total or a rate is not known.
 */
export function contributionsOf(year: number, { ahvIncome, alvIncome, alvzIncome }: Totals): Rappen | undefined {
  const rates = figuresOf(year);
  const wages = [ahvIncome, alvIncome, alvzIncome ?? '0.00'].map(rappenOf);
  const [ahv, alv, supplement] = wages;
  if (rates === undefined || ahv === undefined || alv === undefined || supplement === undefined) return undefined;
  const { ahvRate, ivRate, eoRate, alvRate, alvSupplementRate = 0 } = rates;
  const parts = [
    ahv * BigInt(ahvRate + ivRate + eoRate),
    alv * BigInt(alvRate),
    supplement * BigInt(alvSupplementRate),
  ];
  // Rates are hundredths of a percent.
  return exact(
    divided(
      parts.reduce((sum, part) => sum + part, 0n),
      10_000n,
    ),
  );
}

/**
 * Default interest if the wages of a year come in on a day, later than 30 January: 5 % a year (AHVV Art. 42 para. 2) on
 * the contributions that are still to be settled, from 1 January after the year (AHVV Art. 41bis para. 1 let. c), both
 * days included, whole months at 30 days and the year at 360 (AHVV Art. 42 para. 3). Until 30 January there is none.
 *
 * An estimate, and an upper bound where advance payments were made: they are not known here, and they would have to be
 * taken off the contributions.
 * @param day `YYYY-MM-DD`
 * @returns `undefined` if there is some and the contributions are not known
 */
export function defaultInterest(year: number, contributions: Rappen | undefined, day: string): Rappen | undefined {
  if (day <= deadlineOf(year)) return noRappen;
  if (contributions === undefined) return undefined;
  if (contributions <= 0) return noRappen;
  return exact(divided(BigInt(contributions) * 5n * BigInt(interestDays(year, day)), 100n * 360n));
}

function interestDays(year: number, day: string): number {
  const [years = 0, month = 1, date = 1] = day.split('-').map(Number);
  const isLast = new Date(Date.UTC(years, month, 0)).getUTCDate() === date;
  return (years - year - 1) * 360 + (month - 1) * 30 + (isLast ? 30 : Math.min(date, 30));
}

function rappenOf(text: string | undefined): bigint | undefined {
  const parsed = typeof text === 'string' ? parseRappen(text) : 'malformed';
  return typeof parsed === 'number' ? BigInt(parsed) : undefined;
}

/** Rounded half away from zero. */
function divided(amount: bigint, by: bigint): bigint {
  const half = amount < 0n ? -by : by;
  return (2n * amount + half) / (2n * by);
}

function exact(amount: bigint): Rappen | undefined {
  const value = Number(amount);
  return Number.isSafeInteger(value) ? (value as Rappen) : undefined;
}
