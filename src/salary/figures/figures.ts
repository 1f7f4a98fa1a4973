import type { Rappen } from '../money.js';
import { ahvRate, alvRate, alvSupplementRate, eoRate, ivRate } from './rates.js';
import { spanAt, type Series } from './series.js';
import type { Source } from './sources.js';
import {
  alvCeilingMonth,
  alvCeilingYear,
  firstLiableBirthYear,
  minorWage,
  pensionerAllowanceMonth,
  pensionerAllowanceYear,
} from './thresholds.js';

/** The figures through the years, each value with its source; `referenceAges` goes by the year of birth. */
export const series = {
  ahvRate,
  ivRate,
  eoRate,
  alvRate,
  alvSupplementRate,
  alvCeilingYear,
  alvCeilingMonth,
  minorWage,
  pensionerAllowanceYear,
  pensionerAllowanceMonth,
  firstLiableBirthYear,
} as const;

export type FigureName = keyof typeof series;

export const figureNames = Object.keys(series) as readonly FigureName[];

/** The years of which all figures are known. */
export const knownYears: readonly number[] = Array.from({ length: 13 }, (_, index) => 2014 + index);

/**
 * The figures of one year: amounts in Rappen, rates in hundredths of a percent of the wage (both halves together), the
 * birth year as a calendar year.
 */
export interface Figures {
  readonly ahvRate: number;
  readonly ivRate: number;
  readonly eoRate: number;
  readonly alvRate: number;
  /** `undefined` where it isn't levied, which is since 2023. */
  readonly alvSupplementRate: number | undefined;
  readonly alvCeilingYear: Rappen;
  readonly alvCeilingMonth: Rappen;
  readonly minorWage: Rappen;
  readonly pensionerAllowanceYear: Rappen;
  readonly pensionerAllowanceMonth: Rappen;
  /** Who is born later doesn't owe contributions yet. */
  readonly firstLiableBirthYear: number;
}

const byYear = new Map(knownYears.map((year) => [year, at(year)]));

/** The figures of a year; `undefined` for years before 2014, and for those to come, whose figures aren't known yet. */
export const figuresOf = (year: number): Figures | undefined => byYear.get(year);

/** Where a figure of a year is known from; `undefined` for years that `figuresOf` doesn't know. */
export const sourceOf = (name: FigureName, year: number): Source | undefined =>
  spanAt<unknown>(series[name], year)?.source;

function at(year: number): Figures {
  return Object.fromEntries(
    figureNames.map((name) => [name, spanAt(series[name] as Series<unknown>, year)?.value]),
  ) as unknown as Figures;
}
