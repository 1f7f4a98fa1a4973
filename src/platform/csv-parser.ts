import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

export interface CsvRecord {
  /** Of the record's first line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvOptions {
  readonly delimiter: string;
  readonly skipLines: number;
  /** In characters. A quotation mark that is never closed would make one record of the whole file. */
  readonly longestRecord: number;
}

/** Why a CSV file can't be read any further. */
export interface CsvFault {
  readonly fault: 'quote' | 'record';
  readonly line: number;
}

const pieceCharacters = 64 * 1024;

/**
 * Gives the records of a CSV file (RFC 4180) to `take` until it wants no more. Nothing in the text makes this throw;
 * resolves with what was wrong with it.
 */
export async function parseCsv(
  text: string,
  { delimiter, skipLines, longestRecord }: CsvOptions,
  take: (record: CsvRecord) => boolean,
): Promise<CsvFault | undefined> {
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      delimiter,
      from_line: skipLines + 1,
      info: true,
      max_record_size: longestRecord,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  let end = skipLines;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const breaks = record.reduce((sum, field) => sum + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      end = info.lines;
      if (!take({ line: end - breaks, fields: record })) return undefined;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: error.code === 'CSV_MAX_RECORD_SIZE' ? 'record' : 'quote', line: end + 1 };
  }
  return undefined;
}

function* pieces(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += pieceCharacters) yield text.slice(from, from + pieceCharacters);
}
