import { decodeWindows1252 } from '../../salary/xml/decoder.js';
import type { Manner } from './csv-file.js';

/** What a spreadsheet would take for a formula; signed numbers are none (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?\d+(?:\.\d+)?$/;

/** The records as a file that is written as another one was. */
export function csvOf(records: readonly (readonly string[])[], manner: Manner): Uint8Array {
  const { delimiter, lineEnd } = manner;
  const first = manner.saysDelimiter ? [`sep=${delimiter}`] : [];
  const lines = [...first, ...records.map((fields) => fields.map((field) => cell(field, delimiter)).join(delimiter))];
  return encoded(lines.map((line) => line + lineEnd).join(''), manner);
}

/** Reading takes the apostrophe away again. */
function cell(text: string, delimiter: string): string {
  const harmless = formula.test(text) && !number.test(text) ? `'${text}` : text;
  const isPlain = !/["\r\n]/.test(harmless) && !harmless.includes(delimiter) && harmless.trim() === harmless;
  return isPlain ? harmless : `"${harmless.replaceAll('"', '""')}"`;
}

function encoded(text: string, { encoding, marked }: Manner): Uint8Array {
  const whole = marked ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(whole);
  if (encoding === 'windows-1252') return Uint8Array.from(Array.from(text), windows1252);
  const bytes = Buffer.from(whole, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

const codes = new Map(
  Array.from({ length: 256 }, (_, code) => [decodeWindows1252(Uint8Array.of(code)), code] as const),
);

/** What came from such a file goes back; of our own words, only narrow spaces don't fit. */
function windows1252(character: string): number {
  return codes.get(character === '\u202f' ? '\u00a0' : character) ?? 0x3f;
}
