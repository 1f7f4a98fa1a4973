import { zip, type ZipEntry } from './zip.js';

/** A number, a text, or the XML of the cell's inside with its type and style. */
export type CellContent = string | number | { readonly xml: string; readonly type?: string; readonly style?: number };

export interface SheetContent {
  readonly name?: string;
  /** By cell, `A1`. */
  readonly cells: Readonly<Record<string, CellContent>>;
  /** Attributes of rows, by number. */
  readonly rows?: Readonly<Record<number, string>>;
  /** XML after the rows. */
  readonly after?: string;
}

export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  readonly sharedStrings?: string;
  readonly workbookPr?: string;
  /** Replaces parts, or leaves them out. */
  readonly parts?: Readonly<Record<string, string | undefined>>;
  /** Changes how parts are packed. */
  readonly packed?: Readonly<Record<string, Partial<ZipEntry>>>;
  readonly namespace?: string;
}

/** Style 1 is a day, 2 an amount, 3 a day in a format of our own, 4 looks like a day and is none. */
const styles = `<styleSheet xmlns="NS"><numFmts count="2">
<numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0.00[Red]"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
</styleSheet>`;

const transitional = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook as small as it can be, written by hand: another writer than the program's. */
export function workbook({
  sheets,
  sharedStrings,
  workbookPr = '',
  parts = {},
  packed = {},
  namespace = transitional,
}: WorkbookContent): Buffer {
  const relation = namespace.includes('purl.oclc.org')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationships = (...targets: readonly (readonly [id: string, kind: string, target: string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${relation}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const written: Record<string, string | undefined> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="NS" xmlns:r="${relation}"><workbookPr ${workbookPr}/><sheets>${sheets
      .map(({ name = 'Löhne' }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['st', 'styles', 'styles.xml'],
      ...sheets.map((_, index) => [`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ...(sharedStrings === undefined ? [] : [['ss', 'sharedStrings', '/xl/sharedStrings.xml'] as const]),
    ),
    'xl/styles.xml': styles,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="NS">${sharedStrings}</sst>` }),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)])),
    ...parts,
  };
  return zip(
    Object.entries(written).flatMap(([name, content]) =>
      content === undefined ? [] : [{ name, content: content.replaceAll('"NS"', `"${namespace}"`), ...packed[name] }],
    ),
  );
}

function sheetXml({ cells, rows = {}, after = '' }: SheetContent): string {
  const byRow = new Map<number, string[]>();
  for (const [reference, content] of Object.entries(cells)) {
    const row = Number(/\d+$/.exec(reference)?.[0]);
    byRow.set(row, [...(byRow.get(row) ?? []), cellXml(reference, content)]);
  }
  const all = [...byRow].sort(([a], [b]) => a - b);
  const xml = all.map(([row, inside]) => `<row r="${row}" ${rows[row] ?? ''}>${inside.join('')}</row>`);
  return `<worksheet xmlns="NS"><sheetData>${xml.join('\n')}</sheetData>${after}</worksheet>`;
}

function cellXml(reference: string, content: CellContent): string {
  if (typeof content === 'number') return `<c r="${reference}"><v>${content}</v></c>`;
  if (typeof content === 'string') {
    const text = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  const type = content.type === undefined ? '' : ` t="${content.type}"`;
  return `<c r="${reference}"${type} s="${content.style ?? 0}">${content.xml}</c>`;
}

/** The cells of a template in German, with what stands in its header and in its rows from row 12 on. */
export function templateCells(
  rows: readonly (readonly (CellContent | undefined)[])[],
  header: Readonly<Record<string, CellContent | undefined>> = {},
): Readonly<Record<string, CellContent>> {
  const values: Record<string, CellContent | undefined> = {
    A1: 'AHV-Lohnmeldung 2025',
    H1: 'connect.salary-template/1',
    ...Object.fromEntries(headerLabels.map((label, index) => [`A${index + 2}`, label])),
    B2: '095.000',
    B3: '10001.00',
    B4: 2025,
    B5: 'Muster Beispiel AG',
    B6: 'CHE-123.456.788',
    B7: 'Musterstrasse 1',
    B8: 4051,
    B9: 'Basel',
    ...Object.fromEntries(headings.map((heading, index) => [`${letter(index)}11`, heading])),
    ...Object.fromEntries(
      rows.flatMap((cells, row) => cells.map((content, index) => [`${letter(index)}${row + 12}`, content])),
    ),
    ...header,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, CellContent] => entry[1] !== undefined),
  );
}

const letter = (index: number): string => String.fromCharCode(65 + index);

const headerLabels = ['Ausgleichskasse', 'Mitgliednummer', 'Jahr', 'Arbeitgeber', 'UID', 'Strasse', 'PLZ', 'Ort'];

const headings = [
  ...['AHV-Nummer', 'Name', 'Vorname', 'Geburtsdatum', 'Geschlecht', 'Von', 'Bis', 'Austritt'],
  ...['AHV-Lohn', 'AHV-frei', 'ALV-Lohn', 'ALV-Zusatz', 'ALV-frei', 'Arbeitskanton', 'FAK-Lohn', 'Familienzulagen'],
  ...['PLZ', 'Wohnort', 'Wohnkanton'],
];

/** 12 April 1985. */
export const day = (serial: number, style = 1): CellContent => ({ xml: `<v>${serial}</v>`, style });

/** Anna Muster, the whole year, 91,000 francs. */
export const anna: readonly (CellContent | undefined)[] = [
  ...['756.1234.5678.97', 'Muster', 'Anna', day(31149), 'F', undefined, undefined, undefined],
  ...[91000, undefined, 91000, undefined, undefined, 'BS', undefined, 3600, 4051, 'Basel', 'BS'],
];
