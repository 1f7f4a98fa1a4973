import { isAmount } from './xml/lexical.js';

declare const brand: unique symbol;

/** Swiss francs as whole Rappen. Floating point never touches a salary. */
export type Rappen = number & { readonly [brand]: 'Rappen' };

export const noRappen = 0 as Rappen;

/**
 * Reads an amount as ELM writes it: a dot, always two decimals, no thousands separator, a minus sign if need be
 * (`SalaryAmountType` of ELM 4.0 and 5.0). Surrounding white space is ignored, as XML Schema does for decimals.
 */
export function parseRappen(text: string): Rappen | 'malformed' | 'tooLarge' {
  const amount = text.trim();
  if (!isAmount(amount)) return 'malformed';
  const value = Number(amount.slice(0, -3) + amount.slice(-2));
  if (!Number.isSafeInteger(value)) return 'tooLarge';
  return (value === 0 ? 0 : value) as Rappen;
}

/** The decimal string of an amount, the inverse of `parseRappen`. */
export function formatRappen(amount: Rappen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `undefined` once the result can no longer be exact. */
export function addRappen(a: Rappen, b: Rappen): Rappen | undefined {
  const sum = a + b;
  return Number.isSafeInteger(sum) ? (sum as Rappen) : undefined;
}
