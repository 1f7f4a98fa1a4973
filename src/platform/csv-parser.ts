import { CsvError, parse } from 'csv-parse';

export interface CsvRecord {
  /** Of the record's first line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvOptions {
  readonly delimiter: string;
  /** Lines at the beginning that are no records. */
  readonly skipLines: number;
  /** In characters. A quotation mark that is never closed would make one record of the whole file. */
  readonly longestRecord: number;
}

/** Why a CSV file can't be read any further. */
export interface CsvFault {
  readonly fault: 'quote' | 'record' | 'characters';
  readonly line: number;
}

/**
 * Gives the records of a CSV file (RFC 4180) to `take` until it wants no more, as the pieces of the text come. Nothing in
 * the text makes this throw; says what was wrong with it. A piece that could not be decoded is `undefined`, and what came
 * before it of its record is no record.
 */
export async function parseCsv(
  pieces: AsyncIterable<string | undefined>,
  { delimiter, skipLines, longestRecord }: CsvOptions,
  take: (record: CsvRecord) => boolean,
): Promise<CsvFault | undefined> {
  const state: { line: number; enough: boolean; failed: Error | undefined } = {
    line: skipLines + 1,
    enough: false,
    failed: undefined,
  };
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    max_record_size: longestRecord,
    relax_column_count: true,
    on_record: (fields: string[]) => {
      // Each record may have a length of its own. Else an error with a stack is made, and ignored, for every record whose
      // length is not that of the first, which costs as much time as all the rest of the reading.
      (parser.info as { records: number }).records = 0;
      const { line } = state;
      state.line += 1 + fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
      if (!state.enough) state.enough = !take({ line, fields });
      // Nothing is collected.
      return null;
    },
  });
  parser.on('error', (error) => (state.failed = error));
  const isOver = (): boolean => state.enough || state.failed !== undefined;
  for await (const lines of withoutFirst(skipLines, withPlainEnds(pieces))) {
    if (lines === undefined) {
      parser.destroy();
      return { fault: 'characters', line: state.line };
    }
    await new Promise<void>((resolve) => void parser.write(lines, () => resolve()));
    if (isOver()) break;
  }
  if (!isOver()) {
    await new Promise<void>((resolve) => {
      parser.once('error', () => resolve());
      parser.end(resolve);
    });
  }
  parser.destroy();
  return state.enough || state.failed === undefined ? undefined : faultOf(state.failed, state.line);
}

function faultOf(error: Error, line: number): CsvFault {
  if (!(error instanceof CsvError)) throw error;
  return { fault: error.code === 'CSV_MAX_RECORD_SIZE' ? 'record' : 'quote', line };
}

/** Counting lines is simple only where all ends are the same. */
async function* withPlainEnds(pieces: AsyncIterable<string | undefined>): AsyncGenerator<string | undefined> {
  let held = '';
  for await (const piece of pieces) {
    if (piece === undefined) {
      yield undefined;
      return;
    }
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

async function* withoutFirst(
  lines: number,
  pieces: AsyncIterable<string | undefined>,
): AsyncGenerator<string | undefined> {
  let left = lines;
  for await (const piece of pieces) {
    let rest = piece;
    for (; left > 0 && rest?.includes('\n') === true; left -= 1) rest = rest.slice(rest.indexOf('\n') + 1);
    if (left === 0 || rest === undefined) yield rest;
  }
}
