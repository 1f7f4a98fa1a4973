import { collapsed, isDate, isYear } from './xml/lexical.js';

declare const brand: unique symbol;

/** A day of the calendar, `YYYY-MM-DD`; compares as text. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };

/**
 * Reads an `xs:date`; a time zone is allowed there and means nothing here. Years that don't have four digits are not
 * read: as text they would not compare.
 */
export function parseDate(text: string): IsoDate | undefined {
  const date = collapsed(text);
  return date.charAt(4) === '-' && isDate(date) ? (date.slice(0, 10) as IsoDate) : undefined;
}

/** Reads an `xs:gYear` of four digits. */
export function parseYear(text: string): number | undefined {
  const year = collapsed(text);
  return isYear(year) && !/^-|^[0-9]{5}/.test(year) ? Number(year.slice(0, 4)) : undefined;
}
