import { decodeWindows1252 } from '../xml/decoder.js';
import { columnOf } from './columns.js';

/** How the fields of a CSV file are separated, and which line says so to Excel. */
export interface Dialect {
  readonly delimiter: ';' | ',' | '\t';
  /** Lines before the first record: Excel's `sep=;`. */
  readonly skip: 0 | 1;
}

const delimiters = [';', ',', '\t'] as const;
const linesLookedAt = 60;
const enoughHeadings = 3;

/**
 * The text of a CSV file: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252. `undefined` if it is
 * none of them: cut off within a character, half in one encoding and half in the other, or no text at all.
 */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes);
  // eslint-disable-next-line no-control-regex -- no text has them
  return text === undefined || /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/.test(text)
    ? undefined
    : text;
}

/** The text as far as it can be read: enough to see what kind of file it is, which may be cut off anywhere. */
export function roughTextOf(bytes: Uint8Array): string {
  return new TextDecoder(markedEncoding(bytes) ?? 'utf-8').decode(bytes);
}

function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return strict(bytes, marked);
  const text = strict(bytes, 'utf-8');
  if (text !== undefined) return text;
  // Somebody who wrote a proper character of UTF-8 somewhere did not mean Windows-1252 elsewhere.
  const lossy = new TextDecoder('utf-8').decode(bytes);
  return /[^\p{ASCII}\ufffd]/u.test(lossy) ? undefined : decodeWindows1252(bytes);
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How the fields are separated, by the line that has the most known headings; `undefined` if none has enough of them. */
export function dialectOf(text: string): Dialect | undefined {
  const lines = text.slice(0, 64 * 1024).split(/\r\n|\n|\r/, linesLookedAt);
  const said = /^"?sep=([;,\t])"?$/i.exec(lines[0] ?? '')?.[1];
  const counts = delimiters.map((delimiter) => ({
    delimiter,
    count: Math.max(...lines.map((line) => knownHeadings(line, delimiter))),
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  const delimiter = delimiters.find((one) => one === said) ?? best.delimiter;
  return best.count < enoughHeadings ? undefined : { delimiter, skip: said === undefined ? 0 : 1 };
}

const knownHeadings = (line: string, delimiter: string): number =>
  new Set(
    line
      .slice(0, 10_000)
      .split(delimiter)
      .map((field) => columnOf(field.trim().replace(/^"|"$/g, '')))
      .filter((key) => key !== undefined),
  ).size;
