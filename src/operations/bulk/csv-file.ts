import { ConnectError } from '../../errors.js';
import { parseCsv } from '../../platform/csv-parser.js';
import { markedEncoding } from '../../salary/table/text.js';
import { textDecoder } from '../../salary/table/text-decoder.js';
import { MeasuredBytes } from '../measured-bytes.js';
import { columnOf } from './columns.js';

/** How a file was written, so that what comes of it is written the same way. */
export interface Manner {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Whether it begins with a byte order mark. */
  readonly marked: boolean;
  readonly delimiter: ';' | ',' | '\t';
  /** Whether its first line tells Excel the delimiter. */
  readonly saysDelimiter: boolean;
  readonly lineEnd: '\r\n' | '\n';
}

export interface CsvRow {
  /** In the file, from 1; of the first one, if the row has several. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** A file with a row for each user, as it is. */
export interface CsvFile {
  readonly manner: Manner;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly heading: CsvRow;
  /** Those that hold something. */
  readonly rows: readonly CsvRow[];
}

export const mostBytes = 16 * 1024 * 1024;
export const mostRows = 20_000;
/** With empty ones: a file of line ends alone would take a minute. */
const mostLines = 250_000;
const longestRecord = 64 * 1024;
const delimiters = [';', ',', '\t'] as const;

/**
 * Reads a CSV file with headings: UTF-8, UTF-16 or Windows-1252, with semicolons, commas or tabs.
 * @param name for errors
 * @throws ConnectError `rows-file-too-large`, `rows-file-unfit`, `rows-none`
 */
export async function readCsv(bytes: AsyncIterable<Uint8Array>, name: string): Promise<CsvFile> {
  const measured = new MeasuredBytes(bytes, mostBytes);
  const pieces: Uint8Array[] = [];
  for await (const piece of measured) pieces.push(piece);
  const sha256 = await measured.digest();
  const tooLarge = new ConnectError('rows-file-too-large', {
    file: name,
    mebibytes: mostBytes / 1024 / 1024,
    rows: mostRows,
  });
  if (sha256 === undefined) throw tooLarge;
  const content = Buffer.concat(pieces);
  const text = textDecoder(content)(content, true);
  if (text === undefined) throw new ConnectError('rows-file-unfit', { file: name, line: 1 });
  const manner = mannerOf(content, text);
  const rows: CsvRow[] = [];
  let lines = 0;
  const options = { delimiter: manner.delimiter, skipLines: manner.saysDelimiter ? 1 : 0, longestRecord };
  const fault = await parseCsv(only(text.replace(/^\ufeff/, '')), options, (row) => {
    lines += 1;
    if (row.fields.some((field) => field.trim() !== '')) rows.push(row);
    return rows.length <= mostRows + 1 && lines <= mostLines;
  });
  if (fault !== undefined) throw new ConnectError('rows-file-unfit', { file: name, line: fault.line });
  if (rows.length > mostRows + 1 || lines > mostLines) throw tooLarge;
  const [heading, ...others] = rows;
  if (heading === undefined || others.length === 0) throw new ConnectError('rows-none', { file: name });
  return { manner, sha256, heading, rows: others };
}

function mannerOf(content: Buffer, text: string): Manner {
  const utf16 = markedEncoding(content);
  const encoding =
    utf16 ??
    (new TextDecoder().decode(content).replace(/^\ufeff/, '') === text.replace(/^\ufeff/, '')
      ? 'utf-8'
      : 'windows-1252');
  const plain = text.replace(/^\ufeff/, '');
  const said = /^"?sep=([;,\t])"?\r?\n/i.exec(plain)?.[1];
  const [first = ''] = plain
    .slice(said === undefined ? 0 : plain.indexOf('\n') + 1)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  return {
    encoding,
    marked: utf16 !== undefined || content.subarray(0, 3).toString('hex') === 'efbbbf',
    delimiter: delimiters.find((one) => one === said) ?? likelyDelimiter(first),
    saysDelimiter: said !== undefined,
    lineEnd: plain.includes('\r\n') || !plain.includes('\n') ? '\r\n' : '\n',
  };
}

/** The one that makes the most known headings of the first line. */
function likelyDelimiter(line: string): Manner['delimiter'] {
  const known = (delimiter: string): number =>
    line.split(delimiter).filter((heading) => columnOf(heading) !== undefined).length;
  return delimiters.reduce((best, one) => (known(one) > known(best) ? one : best));
}

// eslint-disable-next-line @typescript-eslint/require-await -- a text of one piece
async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
