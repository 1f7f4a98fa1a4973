import type { Format } from '../config/settings.js';
import type { Output } from '../platform/ports.js';
import { chooseColumns, knownFields, pick } from './fields.js';
import { printableJson, printableLine } from './printable.js';
import type { Table } from './table.js';
import type { Tell } from './tell.js';
import { neutralText, valueOf } from './view.js';
import type { Column, ErasedParts } from './view.js';

export interface PrinterOptions {
  readonly stdout: Output;
  /** Without it: a table on a terminal, tab-separated values in a pipe. */
  readonly format: Format | undefined;
  readonly fields: readonly string[] | undefined;
  readonly query: string | undefined;
  readonly csvForExcel: boolean;
  readonly tell: Tell;
  /** Tables and colours load when the first one is drawn. */
  readonly table: () => Promise<Table>;
}

/**
 * `instead`: another thing in place of the result, of which only those fields are picked that it has, or all of them.
 * `unqueried`: the result as it is, where an expression was asked for that does not fit it.
 */
type Manner = 'asked' | 'instead' | 'unqueried';

/** The only writer of results. */
export interface Printer {
  /**
   * Refuses what could not be printed, before anything is done for it.
   * @param elsewhere names of fields that may be asked for although the result has none of that name
   * @throws ConnectError `field-unknown`, `query-invalid`
   */
  foresee(columns: readonly Column<never>[], elsewhere?: readonly string[], parts?: ErasedParts): Promise<void>;
  /**
   * Prints rows as they come where the format allows it, and says how many there were.
   * @param piped in place of tab-separated values
   */
  rows<Row>(
    rows: AsyncIterable<Row>,
    columns: readonly Column<Row>[],
    parts?: ErasedParts,
    piped?: Format | 'tsv',
  ): Promise<number>;
  one<Result>(result: Result, fields: readonly Column<Result>[], manner?: Manner): Promise<void>;
  /** Prints the lines that each row is told in, as they come. */
  lines<Row>(rows: AsyncIterable<Row>, linesOf: (row: Row) => readonly string[]): Promise<void>;
  /** Prints a JSON document that is prescribed as it is. */
  document(content: unknown): Promise<void>;
}

export function printer(options: PrinterOptions): Printer {
  const { stdout, fields, query } = options;
  // An expression sees the whole result, and what it makes of it has no columns.
  const formatOr = (piped: Format | 'tsv') =>
    query === undefined ? (options.format ?? (stdout.isTTY ? 'table' : piped)) : 'json';
  const format = formatOr('tsv');
  return {
    async foresee(columns, elsewhere = [], parts) {
      const isWhole = format === 'json' || format === 'ndjson' || parts === undefined;
      const own = fields?.filter((field) => !elsewhere.includes(field));
      chooseColumns(isWhole ? columns : parts.columns, own, format);
      if (query !== undefined) (await import('./query.js')).refuseNonsense(query);
    },
    async rows(rows, columns, parts, piped = 'tsv') {
      const format = formatOr(piped);
      const counted = new Counted(rows);
      if (format === 'json' || format === 'ndjson') {
        chooseColumns(columns, fields, format);
        await printJson(counted, format, options);
      } else if (parts === undefined) {
        await printLines(counted, chooseColumns(columns, fields, format), format, options);
      } else if (format === 'table' && parts.lines !== undefined && fields === undefined) {
        for await (const part of partsOf(counted, parts))
          await stdout.write(paragraph(parts.lines(part, options.tell)));
      } else {
        await printLines(partsOf(counted, parts), chooseColumns(parts.columns, fields, format), format, options);
      }
      return counted.count;
    },
    async one(result, columns, manner = 'asked') {
      const wanted = manner === 'instead' ? knownFields(columns, fields) : fields;
      const expression = manner === 'unqueried' ? undefined : query;
      const chosen = chooseColumns(columns, wanted, format);
      switch (format) {
        case 'json':
          return stdout.write(jsonText(await queried(pick(result, wanted), expression), stdout));
        case 'ndjson':
          return stdout.write(`${printableJson(JSON.stringify(pick(result, wanted)))}\n`);
        case 'csv':
          return printLines(only(result), chosen, format, options);
        case 'tsv':
          return stdout.write(chosen.map((field) => `${field.key}\t${cellOf(field, result)}\n`).join(''));
        case 'table':
          return stdout.write((await options.table()).record(result, chosen));
      }
    },
    async lines(rows, linesOf) {
      for await (const row of rows) await stdout.write(paragraph(linesOf(row)));
    },
    document: (content) => stdout.write(jsonText(content, stdout)),
  };
}

async function printJson(
  rows: AsyncIterable<unknown>,
  format: 'json' | 'ndjson',
  { stdout, fields, query }: PrinterOptions,
): Promise<void> {
  if (format === 'json') {
    const all = (await collect(rows)).map((row) => pick(row, fields));
    return stdout.write(jsonText(await queried(all, query), stdout));
  }
  for await (const row of rows) await stdout.write(`${printableJson(JSON.stringify(pick(row, fields)))}\n`);
}

async function printLines<Row>(
  rows: AsyncIterable<Row>,
  columns: readonly Column<Row>[],
  format: 'csv' | 'tsv' | 'table',
  { stdout, csvForExcel, table }: PrinterOptions,
): Promise<void> {
  if (format === 'table') {
    const all = await collect(rows);
    if (all.length > 0) await stdout.write((await table()).list(all, columns, stdout.columns));
    return;
  }
  const record = format === 'csv' ? await csvRecords(csvForExcel) : tabSeparated;
  // Excel takes a file for UTF-8 only if it begins with a byte order mark.
  if (format === 'csv') await stdout.write((csvForExcel ? '\ufeff' : '') + record(columns.map(({ key }) => key)));
  for await (const row of rows) await stdout.write(record(columns.map((column) => valueOf(column, row))));
}

type Record = (values: readonly unknown[]) => string;

const tabSeparated: Record = (values) => `${values.map((value) => printableLine(neutralText(value))).join('\t')}\n`;

async function csvRecords(forExcel: boolean): Promise<Record> {
  const { csvRecord } = await import('./csv.js');
  return (values) => csvRecord(values, forExcel);
}

class Counted<Row> implements AsyncIterable<Row> {
  readonly #rows: AsyncIterable<Row>;
  count = 0;

  constructor(rows: AsyncIterable<Row>) {
    this.#rows = rows;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row> {
    for await (const row of this.#rows) {
      this.count += 1;
      yield row;
    }
  }
}

async function* partsOf(rows: AsyncIterable<unknown>, { of }: ErasedParts): AsyncGenerator<never> {
  for await (const row of rows) yield* of(row as never) as readonly never[];
}

// eslint-disable-next-line @typescript-eslint/require-await -- one thing as a stream of one
async function* only<Row>(row: Row): AsyncGenerator<Row> {
  yield row;
}

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const paragraph = (lines: readonly string[]): string => lines.map((line) => `${printableLine(line)}\n`).join('');

function cellOf<Row>(column: Column<Row>, row: Row): string {
  return printableLine(neutralText(valueOf(column, row)));
}

/** Indented for people, on one line for programs. */
function jsonText(value: unknown, { isTTY }: Output): string {
  return `${printableJson(JSON.stringify(value, null, isTTY ? 2 : undefined))}\n`;
}

async function queried(result: unknown, query: string | undefined): Promise<unknown> {
  if (query === undefined) return result;
  const { evaluate } = await import('./query.js');
  return evaluate(result, query);
}
