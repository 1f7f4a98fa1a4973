import type { Comparison } from '../../operations/compare-last-year.js';
import type { Tell } from '../../render/tell.js';

type Deviation = Comparison['deviations'][number];

/** A total as people read it: an amount, or a number of persons. */
export const totalText = (total: Deviation['total'], value: string | number, tell: Tell): string =>
  total === 'persons' ? String(value) : tell.money(String(value));

/** How far a total is from last year's; in percent only where there was something last year. */
export function deviationTexts({ total, difference, percent }: Deviation, tell: Tell) {
  return {
    difference: signed(difference, totalText(total, difference, tell)),
    percent: percent === null ? undefined : signed(percent, tell.percent(percent)),
  };
}

/** A minus is there already; more is said to be more. */
const signed = (value: string | number, text: string): string => (Number(value) > 0 ? `+${text}` : text);
