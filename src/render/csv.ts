import { stringify } from 'csv-stringify/sync';
import { printable } from './printable.js';
import { neutralText } from './view.js';

/** What a spreadsheet would take for a formula (OWASP, CSV injection), with the full-width forms that some accept, too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * One record of RFC 4180. A text that a spreadsheet would run gets an apostrophe in front; signed numbers are left as
 * they are.
 * @param forExcel semicolons, as Excel expects them in Swiss locales
 */
export function csvRecord(values: readonly unknown[], forExcel: boolean): string {
  const cells = values.map((value) => harmless(printable(neutralText(value))));
  return stringify([cells], {
    delimiter: forExcel ? ';' : ',',
    record_delimiter: 'windows',
    // A line feed alone ends a record for some readers.
    quoted_match: /[\r\n]/,
  });
}

function harmless(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}
