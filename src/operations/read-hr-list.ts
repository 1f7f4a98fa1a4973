import type { HrPerson } from '../access/hr-person.js';
import { ConnectError } from '../errors.js';
import { parseCsv } from '../platform/csv-parser.js';
import { limits } from '../salary/limits.js';
import { roughTextOf } from '../salary/table/text.js';
import { textDecoder } from '../salary/table/text-decoder.js';
import { hrColumnOf, identifying } from './hr-columns.js';
import type { HrColumn } from './hr-columns.js';
import { hrRow } from './hr-rows.js';
import type { HrRowProblem } from './hr-rows.js';
import { MeasuredBytes } from './measured-bytes.js';

export interface HrList {
  readonly people: readonly HrPerson[];
  readonly columns: ReadonlySet<HrColumn>;
  /** Rows that can't be used; whoever has some must not use the others either. */
  readonly problems: readonly HrRowProblem[];
  /** Words about the employment that are not understood, each once. */
  readonly oddStatuses: readonly string[];
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
}

const startBytes = 64 * 1024;
/** Titles and empty lines may stand above the headings. */
const mostLinesAbove = 20;
const mostRows = limits.rows;

/**
 * Reads an employer's list of people: CSV with headings of four languages, separated by semicolon, comma or tab, in UTF-8,
 * UTF-16 with a mark, or Windows-1252.
 * @throws ConnectError `hr-list-unreadable`, `hr-list-headings`, `hr-list-too-long`, `hr-list-empty`
 */
export async function readHrList(bytes: AsyncIterable<Uint8Array>, file: string): Promise<HrList> {
  const content = new MeasuredBytes(bytes, limits.table);
  const start = await content.start(startBytes);
  const rough = roughTextOf(start);
  const decode = textDecoder(start);
  const said = /^\ufeff?"?sep=([;,\t])"?\r?\n/i.exec(rough)?.[1];
  const reader = new Reader();
  const dialect = { delimiter: said ?? delimiterOf(rough), skipLines: said === undefined ? 0 : 1 };
  const fault = await parseCsv(
    textOf(content, decode),
    { ...dialect, longestRecord: limits.text },
    ({ line, fields }) => reader.take(line, fields),
  );
  const sha256 = await content.digest();
  if (sha256 === undefined || reader.isTooLong) {
    throw new ConnectError('hr-list-too-long', { file, rows: mostRows, size: limits.table / 1024 / 1024 });
  }
  if (fault !== undefined) throw new ConnectError('hr-list-unreadable', { file, line: fault.line });
  const { columns, people, problems } = reader;
  if (columns === undefined) throw new ConnectError('hr-list-headings', { file });
  if (people.length + problems.length === 0) throw new ConnectError('hr-list-empty', { file });
  const known = columns.filter((column) => column !== undefined);
  return { people, problems, columns: new Set(known), oddStatuses: [...reader.oddStatuses], sha256 };
}

class Reader {
  readonly people: HrPerson[] = [];
  readonly problems: HrRowProblem[] = [];
  readonly oddStatuses = new Set<string>();
  columns: readonly (HrColumn | undefined)[] | undefined;
  isTooLong = false;
  #above = 0;
  #records = 0;

  take(line: number, fields: readonly string[]): boolean {
    this.#records += 1;
    // Empty ones count: a file of line ends alone would take minutes.
    if (this.#records > mostRows) this.isTooLong = true;
    if (this.isTooLong) return false;
    if (fields.every((field) => field.trim() === '')) return true;
    if (this.columns === undefined) {
      this.#above += 1;
      this.columns = headingsIn(fields, line);
      return this.columns !== undefined || this.#above < mostLinesAbove;
    }
    const row = hrRow(line, fields, this.columns);
    if ('fault' in row) this.problems.push(row);
    else {
      this.people.push(row.person);
      if (row.oddStatus !== undefined) this.oddStatuses.add(row.oddStatus);
    }
    return true;
  }
}

/**
 * What stands in each column, if these are headings: two that are known, or the first line of the file with one, and one that
 * says who a row is about.
 */
function headingsIn(fields: readonly string[], line: number): readonly (HrColumn | undefined)[] | undefined {
  const found = fields.slice(0, limits.columns).map((field) => hrColumnOf(field.replace(/^\ufeff/, '')));
  // Beside a family name, `Nome` and `Nom` are the given one.
  const columns = found.includes('firstName')
    ? found
    : found.map((column) => (column === 'name' && found.includes('lastName') ? 'firstName' : column));
  const known = new Set(columns.filter((column) => column !== undefined));
  const names = identifying.filter((column) => known.has(column));
  if (names.length === 0 || known.size < (line <= 2 ? 1 : 2)) return undefined;
  // The first of two that are called the same counts; the other one is passed over.
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : undefined));
}

/** The one that separates the most known headings in some line; a list of one column has none. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, mostLinesAbove * 2);
  const most = (delimiter: string): number =>
    Math.max(
      ...lines.map((line) => {
        const cells = line.slice(0, 10_000).split(delimiter);
        return cells.filter((cell) => hrColumnOf(cell.trim().replace(/^\ufeff|"/g, '')) !== undefined).length;
      }),
    );
  return [';', ',', '\t'].reduce((best, other) => (most(other) > most(best) ? other : best));
}

async function* textOf(
  content: AsyncIterable<Uint8Array>,
  decode: ReturnType<typeof textDecoder>,
): AsyncGenerator<string | undefined> {
  for await (const piece of content) yield decode(piece, false);
  yield decode(new Uint8Array(), true);
}
