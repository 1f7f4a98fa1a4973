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

/** The text as far as it can be read: enough to see what kind of file it is, which may be cut off anywhere. */
export function roughTextOf(bytes: Uint8Array): string {
  return new TextDecoder(markedEncoding(bytes) ?? 'utf-8').decode(bytes);
}

/** What a byte order mark says; that of UTF-8 says nothing that isn't known without. */
export function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : undefined;
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
