import { CsvError, parse } from 'csv-parse/sync';

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
  readonly fault: 'quote' | 'record';
  readonly line: number;
}

/** Nobody wants more records. */
class Enough extends Error {}

/**
 * Gives the records of a CSV file (RFC 4180) to `take` until it wants no more. Nothing in the text makes this throw; says
 * what was wrong with it.
 */
export function parseCsv(
  text: string,
  { delimiter, skipLines, longestRecord }: CsvOptions,
  take: (record: CsvRecord) => boolean,
): CsvFault | undefined {
  // Counting lines is simple only where all ends are the same.
  const lines = text.replace(/\r\n?/g, '\n');
  let start = 0;
  for (let skipped = 0; skipped < skipLines; skipped += 1) start = lines.indexOf('\n', start) + 1;
  let next = skipLines + 1;
  try {
    parse(lines.slice(start), {
      delimiter,
      record_delimiter: '\n',
      max_record_size: longestRecord,
      relax_column_count: true,
      on_record: (fields: string[]) => {
        const line = next;
        next += 1 + fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
        if (!take({ line, fields })) throw new Enough();
        // Nothing is collected.
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Enough) return undefined;
    if (!(error instanceof CsvError)) throw error;
    return { fault: error.code === 'CSV_MAX_RECORD_SIZE' ? 'record' : 'quote', line: next };
  }
  return undefined;
}
