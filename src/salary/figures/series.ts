import type { Source } from './sources.js';

/** One value, from the first year to the last, with the source that says so. */
export interface Span<Value> {
  readonly from: number;
  readonly until: number;
  readonly value: Value;
  readonly source: Source;
}

/** A figure through the years; the spans follow each other without a gap. */
export type Series<Value> = readonly Span<Value>[];

export const span = <Value>(from: number, until: number, value: Value, source: Source): Span<Value> => ({
  from,
  until,
  value,
  source,
});

/** The span that a year lies in; `undefined` for years that the series doesn't reach. */
export const spanAt = <Value>(series: Series<Value>, year: number): Span<Value> | undefined =>
  series.find(({ from, until }) => from <= year && year <= until);
