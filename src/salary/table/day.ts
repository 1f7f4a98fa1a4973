import { parseDate, type IsoDate } from '../dates.js';

/** `ambiguousDate`: could be read in two ways, and nothing is guessed. */
export interface DayFault {
  readonly fault: 'date' | 'ambiguousDate';
}

const noDay: DayFault = { fault: 'date' };
const ambiguous: DayFault = { fault: 'ambiguousDate' };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The day of a serial, the number by which a workbook writes a date. Day 1 is 1 January 1900; day 60 is 29 February
 * 1900, which Excel believes in and which never was. In the system of 1904, day 0 is 1 January 1904. A time is let go.
 * A number that could be a year is not guessed, and where nothing says that it is a date, none before 1927 is.
 */
export function dayOfSerial(serial: number, { isDate = false, from1904 = false } = {}): IsoDate | DayFault {
  const day = Math.floor(serial);
  if (from1904 ? day < 0 : day < 1 || day === 60) return noDay;
  if ((day >= 1900 && day <= 2100) || (!isDate && day < 10_000)) return ambiguous;
  const beginning = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const time = beginning + day * dayMs;
  // The year 9999 is the last that a workbook knows.
  return time < Date.UTC(10000, 0, 1) ? iso(new Date(time).toISOString().slice(0, 10)) : noDay;
}

/**
 * Reads a day as people write it: `31.1.2025`, `2025-01-31`, `31/01/2025`, or a serial. `03/04/2025` is read in two ways
 * in the world, and `85` may be two years; neither is guessed.
 */
export function dayOfText(text: string): IsoDate | DayFault {
  const written = text.trim().replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  if (/^\d{1,7}$/.test(written)) return dayOfSerial(Number(written));
  const reversed = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (reversed !== null) return of(reversed[1], reversed[2], reversed[3]);
  const match = /^(\d{1,2})(\. ?|[/-])(\d{1,2})(\. ?|[/-])(\d{4}|\d{2})$/.exec(written);
  if (match === null) return noDay;
  const [, day = '', first = '', month = '', second = '', year = ''] = match;
  if (first.trim() !== second.trim()) return noDay;
  if (year.length === 2) return ambiguous;
  const dotted = first.startsWith('.');
  if (!dotted && Number(day) <= 12 && Number(month) <= 12 && Number(day) !== Number(month)) return ambiguous;
  return of(year, month, day);
}

const of = (year = '', month = '', day = ''): IsoDate | DayFault =>
  iso(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

const iso = (text: string): IsoDate | DayFault => parseDate(text) ?? noDay;
