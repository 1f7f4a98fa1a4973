import type { Rappen } from '../money.js';

/** `ambiguous`: could be thousands or decimals. `precise`: has a fraction of a Rappen. */
export type AmountFault = 'amount' | 'ambiguousAmount' | 'precise' | 'range';

/** Decimals of a typed number and of a computed one differ by less than this, in Rappen, unless somebody meant it. */
const noise = 0.0001;

/**
 * Reads an amount as people in Switzerland write it: `91'000.00`, `91’000`, `91 000,50`, `91.000,50`, `91000.-`,
 * `CHF 91000`, a minus sign in front. Where a sign could separate thousands or decimals (`91.000`) nothing is guessed.
 */
export function amountOfText(text: string): Rappen | AmountFault {
  const plain = text
    .replace(/[’‘‛`´′]/g, "'")
    .replace(/[\u00a0\u2007\u2009\u202f\s]+/g, ' ')
    .replace(/[−–—‐‑]/g, '-')
    .trim()
    .replace(/^(?:CHF|S?Fr\.?)(?=[\s\d-])\s?|\s?(?:CHF|S?Fr\.?)$/i, '')
    .replace(/[.,]--?$/, '');
  const [, sign = '', digits = ''] = /^([+-]?) ?([\d.,' ]+)$/.exec(plain) ?? [];
  const parts = partsOf(digits);
  if (typeof parts === 'string') return parts;
  const [francs, decimals] = parts;
  const exact = decimals.replace(/0+$/, '');
  if (exact.length > 2) return 'precise';
  return rappen(Number(`${sign === '-' ? '-' : ''}${francs}${exact.padEnd(2, '0')}`));
}

/** Reads the number in a cell of a workbook, which is binary: 0.1 + 0.2 is thirty Rappen, 0.305 is no amount. */
export function amountOfNumber(value: number): Rappen | AmountFault {
  const scaled = value * 100;
  const nearest = Math.round(scaled);
  if (!Number.isSafeInteger(nearest)) return 'range';
  return Math.abs(scaled - nearest) > Math.max(noise, Math.abs(scaled) * Number.EPSILON * 4)
    ? 'precise'
    : rappen(nearest);
}

/** Francs and decimals, as digits. */
function partsOf(digits: string): readonly [francs: string, decimals: string] | AmountFault {
  if (/^\d{1,3}[.,]\d{3}$/.test(digits)) return digits.startsWith('0') ? 'precise' : 'ambiguousAmount';
  const plain = /^(\d+)(?:[.,](\d+))?$/.exec(digits);
  const grouped =
    /^(\d{1,3}(?:'\d{3})+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/.exec(digits) ??
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(digits) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(digits);
  const found = plain ?? grouped;
  return found === null ? 'amount' : [(found[1] ?? '').replace(/\D/g, ''), found[2] ?? ''];
}

const rappen = (value: number): Rappen | AmountFault =>
  Number.isSafeInteger(value) ? ((value === 0 ? 0 : value) as Rappen) : 'range';
