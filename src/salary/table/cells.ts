import { isDottedAhvNumber } from '../ahv-number.js';
import { isCanton } from '../cantons.js';
import type { IsoDate } from '../dates.js';
import { limits } from '../limits.js';
import type { Rappen } from '../money.js';
import { amountOfNumber, amountOfText } from './amount.js';
import { dayOfSerial, dayOfText } from './day.js';
import type { ValueFault } from './faults.js';
import { isFilled, textOf, type Cell } from './row.js';

/** What was read of a cell: a value, nothing because it is empty, or why it can't be read. */
export type Reading<Value> = { readonly value: Value | undefined } | { readonly fault: ValueFault };

const maleWords = new Set(
  'm männlich mann herr masculin homme h monsieur maschile maschio uomo signor male'.split(' '),
);
const femaleWords = new Set('f w weiblich frau féminin feminin femme madame femminile donna signora female'.split(' '));
const yesWords = new Set('x ✓ ✗ ✔ ja oui sì si yes true wahr vrai vero 1'.split(' '));
const noWords = new Set('nein non no false falsch faux falso 0 -'.split(' '));

export const readText = (cell: Cell | undefined): Reading<string> =>
  reading(cell, () => {
    // What XML can't write has no place in a name either.
    const text = textOf(cell)
      .replace(/[\p{Cc}\ufffe\uffff\s]+/gu, ' ')
      .trim();
    return text.length > 255 || /\p{Surrogate}/u.test(text) ? { fault: 'text' } : { value: text };
  });

export const readAmount = (cell: Cell | undefined): Reading<Rappen> =>
  reading(cell, (filled) => {
    const amount =
      filled.kind === 'number' && !filled.isDate ? amountOfNumber(filled.value) : amountOfText(typed(filled));
    return typeof amount === 'number' ? { value: amount } : { fault: amount };
  });

export const readDay = (cell: Cell | undefined): Reading<IsoDate> =>
  reading(cell, (filled) => {
    const day = filled.kind === 'number' ? dayOfSerial(filled.value, filled) : dayOfText(typed(filled));
    return typeof day === 'string' ? { value: day } : day;
  });

/** Thirteen digits, however they are grouped; the check digit is the rules' concern. */
export const readAhvNumber = (cell: Cell | undefined): Reading<string> =>
  reading(cell, (filled) => {
    const digits = textOf(filled).replace(/[\s.\u00a0\u202f-]/g, '');
    const dotted = digits.replace(/^(\d{3})(\d{4})(\d{4})(\d{2})$/, '$1.$2.$3.$4');
    return isDottedAhvNumber(dotted) ? { value: dotted } : { fault: 'ahvNumber' };
  });

export const readSex = (cell: Cell | undefined): Reading<'F' | 'M'> =>
  reading(cell, (filled) => {
    const word = textOf(filled).toLowerCase().replace(/\.$/, '');
    if (maleWords.has(word)) return { value: 'M' };
    return femaleWords.has(word) ? { value: 'F' } : { fault: 'sex' };
  });

/** The canton of a workplace; with `abroad` the canton of residence, which may be none. */
export const readCanton = (cell: Cell | undefined, abroad = false): Reading<string> =>
  reading(cell, (filled) => {
    const canton = textOf(filled).toUpperCase();
    return isCanton(canton, abroad ? '4.0' : '5.0') ? { value: canton } : { fault: 'canton' };
  });

/** A cross, a word for yes, or the day itself. */
export const readExit = (cell: Cell | undefined): Reading<boolean | IsoDate> =>
  reading<boolean | IsoDate>(cell, (filled) => {
    const word = filled.kind === 'boolean' ? String(filled.value) : textOf(filled).toLowerCase();
    if (yesWords.has(word)) return { value: true };
    if (noWords.has(word)) return { value: false };
    const day = readDay(filled);
    return 'fault' in day ? { fault: 'mark' } : { value: day.value };
  });

/** A number that is formatted as a date, in a column of amounts, is neither. */
const typed = (cell: Cell): string => (cell.kind === 'text' ? cell.text : '?');

function reading<Value>(cell: Cell | undefined, read: (filled: Cell) => Reading<Value>): Reading<Value> {
  if (!isFilled(cell)) return { value: undefined };
  if (cell.kind === 'error' || cell.kind === 'uncomputed') return { fault: cell.kind };
  if (cell.kind === 'text' && cell.text.length > limits.cell) return { fault: 'text' };
  return read(cell);
}
