import { parseCsv } from '../platform/csv-parser.js';
import { openZip } from '../platform/zip.js';
import type { Finding } from '../salary/check.js';
import { Findings, inOrder } from '../salary/findings.js';
import { limits } from '../salary/limits.js';
import type { ForWhom, SalaryFile } from '../salary/check.js';
import type { Header } from '../salary/table/entry.js';
import { tableFaults } from '../salary/table/faults.js';
import { judgeTable, type JudgedTable } from '../salary/table/judge.js';
import { Places } from '../salary/table/places.js';
import { TableReader } from '../salary/table/reader.js';
import type { Cell, Row } from '../salary/table/row.js';
import { template } from '../salary/table/template.js';
import { dialectOf, roughTextOf } from '../salary/table/text.js';
import { textDecoder, type DecodeText } from '../salary/table/text-decoder.js';
import { reportArchiveFault } from '../salary/workbook/parts.js';
import { readWorkbook, type ReadTable } from '../salary/workbook/read.js';
import { readingFaults } from '../salary/xml/faults.js';
import { MeasuredBytes } from './measured-bytes.js';

export interface TableFile {
  /** Absent where the file could not be read. */
  readonly read: ReadTable | undefined;
  readonly checked: SalaryFile;
}

export interface TableWishes {
  readonly recipient: ForWhom;
  /** What the user says of the table, where the file doesn't say it. */
  readonly given: Header;
}

type Format = 'xlsx' | 'csv';

/** Enough for the headings of any table. */
const startBytes = 64 * 1024;

/** Reads a workbook or a CSV file and names everything that is wrong with it. Nothing in it makes this throw. */
export async function readTable(
  bytes: AsyncIterable<Uint8Array>,
  format: Format,
  { recipient, given }: TableWishes,
): Promise<TableFile> {
  const findings = new Findings();
  const content = new MeasuredBytes(bytes, limits.table);
  const found = await readers[format](content, findings, given);
  const digest = await content.digest();
  const unfit = digest === undefined ? tooLong() : found === 'no text' ? noText() : undefined;
  const read = unfit !== undefined || found === 'no text' ? undefined : found;
  const judged = read === undefined ? nothing : await judgeTable(read.table, read.places, recipient);
  const { omitted } = findings;
  if (omitted > 0) findings.reporter(readingFaults.omitted)('omitted', { params: { count: omitted } });
  const all: readonly Finding[] = unfit ?? inOrder([...findings.listed(), ...judged.findings]);
  const checked: SalaryFile = {
    format,
    ...(format === 'xlsx' && read !== undefined ? { version: template.version } : {}),
    ...judged,
    bytes: content.length,
    ...(digest === undefined ? {} : { digest }),
    findings: all,
    ok: all.every(({ severity }) => severity !== 'error'),
  };
  return { read, checked };
}

/**
 * A file that is unfit as a whole has this finding only: which of its rows were met before is a matter of the pieces in which
 * it came.
 */
function tooLong(): readonly Finding[] {
  const findings = new Findings();
  findings.reporter(tableFaults.limits)('bytes', { params: { limit: limits.table / 1024 / 1024 } });
  return findings.listed();
}

function noText(): readonly Finding[] {
  const findings = new Findings();
  findings.reporter(tableFaults.text)('characters');
  return findings.listed();
}

type Found = ReadTable | 'no text' | undefined;
type Read = (content: MeasuredBytes, findings: Findings, given: Header) => Promise<Found>;

const readers: Readonly<Record<Format, Read>> = { xlsx: readArchive, csv: readText };

const nothing: JudgedTable = {
  testCase: false,
  persons: 0,
  ahvSalaries: 0,
  fakSalaries: 0,
  institutions: [],
  totals: {},
  declared: {},
  cantons: [],
  findings: [],
};

/** A ZIP archive is read from its end, so it is kept whole, as it is packed. */
async function readArchive(content: MeasuredBytes, findings: Findings, given: Header): Promise<Found> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  if (content.isTooLong) return undefined;
  const archive = await openZip(Buffer.concat(pieces), limits.zip);
  if (!('fault' in archive)) return readWorkbook(archive, findings, given);
  reportArchiveFault(findings, archive);
  return undefined;
}

/** Of a CSV file nothing is kept but what its rows say. */
async function readText(content: MeasuredBytes, findings: Findings, given: Header): Promise<Found> {
  const report = findings.reporter(tableFaults.text);
  const start = await content.start(startBytes);
  const decode = textDecoder(start);
  const places = new Places();
  const reader = new TableReader(findings, { layout: 'free', given });
  const { delimiter, skip } = dialectOf(roughTextOf(start)) ?? { delimiter: ';', skip: 0 };
  const options = { delimiter, skipLines: skip, longestRecord: limits.text };
  const fault = await parseCsv(textOf(content, decode), options, ({ line, fields }) =>
    reader.take(rowOf(line, fields)),
  );
  // Where the reading ended early, the rest may be no text, too.
  if (fault?.fault === 'characters' || !(await isText(content, decode))) return 'no text';
  if (fault !== undefined) {
    report(fault.fault, { at: places.at(fault.line), params: { limit: limits.text } });
    return undefined;
  }
  const table = reader.end();
  return table && { table, places };
}

async function* textOf(content: MeasuredBytes, decode: DecodeText): AsyncGenerator<string | undefined> {
  for await (const piece of content) yield decode(piece, false);
  yield decode(new Uint8Array(), true);
}

async function isText(content: MeasuredBytes, decode: DecodeText): Promise<boolean> {
  for await (const piece of textOf(content, decode)) if (piece === undefined) return false;
  return true;
}

function rowOf(line: number, fields: readonly string[]): Row {
  const cells = fields.slice(0, limits.columns).flatMap((field, index): (readonly [number, Cell])[] => {
    // CSV that connect itself wrote has an apostrophe before what Excel would take for a formula.
    const text = field.replace(/^'(?=[=+\-@])/, '');
    return text.trim() === '' ? [] : [[index + 1, { kind: 'text', text }]];
  });
  return { number: line, cells: new Map(cells), hidden: false };
}
