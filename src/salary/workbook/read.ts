import type { Findings } from '../findings.js';
import { TableReader } from '../table/reader.js';
import { tableFaults } from '../table/faults.js';
import type { Header, Table } from '../table/entry.js';
import { Places } from '../table/places.js';
import { cellReference, textOf, type Row } from '../table/row.js';
import { template, versionOfMark } from '../table/template.js';
import type { Archive } from './archive.js';
import { readOutline, type Outline } from './outline.js';
import { Parts } from './parts.js';
import { SharedStrings } from './shared-strings.js';
import { SheetVisitor, type SheetContext } from './sheet.js';

export interface ReadTable {
  readonly table: Table;
  readonly places: Places;
}

/** Reads the one sheet of a workbook that was made by our template. What is wrong becomes a finding. */
export async function readWorkbook(
  archive: Archive,
  findings: Findings,
  given: Header,
): Promise<ReadTable | undefined> {
  const parts = new Parts(archive, findings);
  const outline = await readOutline(parts, findings);
  if (outline === undefined) return undefined;
  const shared = new SharedStrings(findings);
  if (outline.sharedStrings !== undefined && !(await parts.read(outline.sharedStrings, shared))) return undefined;
  const sheet = await markedSheet(parts, outline, shared.texts, findings);
  if (sheet === undefined) return undefined;
  const reader = new TableReader(findings, { layout: 'template', sheet: sheet.name, given });
  const visitor = new SheetVisitor(findings, contextOf(sheet.name, outline, shared.texts), (row) => reader.take(row));
  if (!(await parts.read(sheet.part, visitor))) return undefined;
  const places = new Places(sheet.name);
  reportMerged(visitor.merged, places, findings);
  const table = reader.end();
  return table && { table, places };
}

type Sheet = Outline['sheets'][number];

const contextOf = (sheet: string, { dateFormats, from1904 }: Outline, texts: readonly string[]): SheetContext => ({
  sheet,
  texts,
  dateFormats,
  from1904,
});

/** The sheet with the template's mark in its first row. */
async function markedSheet(
  parts: Parts,
  outline: Outline,
  texts: readonly string[],
  findings: Findings,
): Promise<Sheet | undefined> {
  const report = findings.reporter(tableFaults.template);
  const marked: { readonly sheet: Sheet; readonly version: string }[] = [];
  for (const sheet of outline.sheets) {
    const first: Row[] = [];
    const visitor = new SheetVisitor(findings, contextOf(sheet.name, outline, texts), (row) => {
      first.push(row);
      return false;
    });
    if (!(await parts.read(sheet.part, visitor))) return undefined;
    const version = versionOfMark(textOf(first[0]?.cells.get(template.markColumn)));
    if (first[0]?.number === template.markRow && version !== undefined) marked.push({ sheet, version });
  }
  const [only, second] = marked;
  if (only === undefined) report('none');
  else if (second !== undefined) report('several', { params: { first: only.sheet.name, second: second.sheet.name } });
  else if (only.version !== template.version) {
    const at = new Places(only.sheet.name).at(template.markRow, template.markColumn);
    report('version', { at, params: { found: only.version, known: template.version } });
  } else return only.sheet;
  return undefined;
}

/** Of merged cells only the first keeps its value; below the headings nobody can know whom it was meant for. */
function reportMerged(ranges: readonly string[], places: Places, findings: Findings): void {
  for (const range of ranges) {
    const [from = '', to = from] = range.split(':');
    const [first, last] = [cellReference(from), cellReference(to)];
    if (first === undefined || last === undefined || last.row < template.headingRow) continue;
    const at = places.at(first.row, first.column);
    findings.reporter(tableFaults.rows)('merged', { at, params: { range: range.slice(0, 40) } });
  }
}
