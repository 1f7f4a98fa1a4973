import { checkSalaryFile } from '../check.js';
import type { Finding, Place } from '../finding.js';
import type { ForWhom } from '../rule.js';
import type { SalaryFile } from '../salary-file.js';
import { elmLines, type Stamp } from './elm-lines.js';
import type { Spot, Table } from './entry.js';
import type { Places } from './places.js';

/** Nothing of this leaves the house. */
const stamp: Stamp = { version: '0', requestId: 'check', time: '2000-01-01T00:00:00Z', language: 'de' };

const pieceCharacters = 32 * 1024;

/** What a table says and what the rules say to it, each finding at its cell. */
export type JudgedTable = Omit<SalaryFile, 'format' | 'version' | 'bytes' | 'digest' | 'ok'>;

/**
 * Applies the rules to a table: as it would be as ELM, so that a table and its conversion can't be judged differently.
 * Where something could not be read, only those rules speak that don't need it.
 */
export async function judgeTable(table: Table, places: Places, recipient: ForWhom): Promise<JudgedTable> {
  const addressed = recipient !== undefined && table.header.fund !== undefined && table.header.member !== undefined;
  const judged = await checkSalaryFile(asBytes(table), addressed ? { recipient } : {});
  const spots = spotsOf(
    judged.findings.map(({ line }) => line),
    table,
  );
  const unread = new Set<number>();
  for (const { faulty, row } of table.entries) if (faulty) unread.add(row);
  const isComplete = table.year !== undefined;
  const findings = judged.findings
    .map((finding) => ({ finding, spot: finding.line === undefined ? undefined : spots.get(finding.line) }))
    .filter(({ finding, spot }) => isSound(finding, spot, unread, isComplete))
    .filter(onceACell())
    .map(({ finding, spot }) => placed(finding, spot && places.of(spot)));
  return { ...contentOf(judged, table, unread.size === 0), findings };
}

/** Where a row could not be read, something else stands in its place, about which most rules have nothing to say. */
function isSound(
  { code, key }: Finding,
  spot: Spot | undefined,
  unread: ReadonlySet<number>,
  isComplete: boolean,
): boolean {
  const doubtful = !isComplete || (spot === undefined ? unread.size > 0 : unread.has(spot.row));
  return !doubtful || (code === 'P01' && key !== 'finding.P01.unknown') || code === 'P02' || code.startsWith('A');
}

/** A cell may become several elements, which have the same fault then: the days of a row are those of AHV and of FAK. */
function onceACell(): (found: { readonly finding: Finding; readonly spot: Spot | undefined }) => boolean {
  const told = new Set<string>();
  return ({ finding: { key }, spot }) => {
    if (spot === undefined) return true;
    const cell = `${key} ${spot.row} ${spot.column}`;
    const isNew = !told.has(cell);
    told.add(cell);
    return isNew;
  };
}

function placed({ line: _line, column: _column, path: _path, ...finding }: Finding, place: Place | undefined): Finding {
  return { ...finding, ...place };
}

/** Without what ELM made up, and without sums over amounts that could not be read. */
function contentOf(judged: SalaryFile, { header, year }: Table, isRead: boolean): Omit<JudgedTable, 'findings'> {
  const { company, uid, fund, member } = header;
  const { persons, ahvSalaries, fakSalaries, institutions, totals, cantons } = judged;
  return {
    ...(year === undefined ? {} : { year }),
    ...(company === undefined ? {} : { company }),
    ...(uid === undefined ? {} : { uid }),
    ...(fund === undefined ? {} : { fund }),
    ...(member === undefined ? {} : { member }),
    testCase: false,
    persons,
    ahvSalaries,
    fakSalaries,
    institutions: fund === undefined || member === undefined ? [] : institutions,
    totals: isRead ? totals : {},
    declared: {},
    cantons: isRead ? cantons : [],
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the reader takes what may come later, too
async function* asBytes(table: Table): AsyncGenerator<Uint8Array> {
  let piece = '';
  for (const { xml } of elmLines(table, stamp)) {
    piece += `${xml}\n`;
    if (piece.length < pieceCharacters) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

/** The cells that these lines were made of. Making all lines again is cheaper than to remember the cell of each. */
function spotsOf(lines: readonly (number | undefined)[], table: Table): ReadonlyMap<number, Spot> {
  const wanted = new Set(lines);
  const spots = new Map<number, Spot>();
  if (lines.every((line) => line === undefined)) return spots;
  let line = 0;
  for (const { spot } of elmLines(table, stamp)) {
    line += 1;
    if (spot !== undefined && wanted.has(line)) spots.set(line, spot);
  }
  return spots;
}
