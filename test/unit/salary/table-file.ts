import { findings as english } from '../../../src/i18n/en/findings.js';
import { readTable, type TableFile, type TableWishes } from '../../../src/operations/read-table.js';
import type { Finding } from '../../../src/salary/check.js';
import { templateCells, workbook, type CellContent, type SheetContent } from '../../support/workbook.js';

/** Reads bytes as if they came from a file, in two pieces. */
export async function read(
  content: string | Uint8Array,
  format: 'xlsx' | 'csv',
  wishes: Partial<TableWishes> = {},
): Promise<TableFile> {
  const file = await readTable(pieces(Buffer.from(content)), format, { recipient: undefined, given: {}, ...wishes });
  for (const each of file.checked.findings) expectTellable(each);
  return file;
}

/** `T07.amount I12`, in the order of the file. */
export const told = ({ checked }: TableFile): readonly string[] =>
  checked.findings.map(({ key, cell, line }) => `${key.replace('finding.', '')} ${cell ?? line ?? ''}`.trim());

/** A template with these rows. */
export const template = (
  rows: readonly (readonly (CellContent | undefined)[])[],
  header: Readonly<Record<string, CellContent | undefined>> = {},
  sheet: Partial<SheetContent> = {},
): Buffer => workbook({ sheets: [{ ...sheet, cells: templateCells(rows, header) }] });

/** Whatever a test is about: a finding that occurs must have all that its texts ask for. */
function expectTellable({ key, params }: Finding): void {
  for (const text of [english[key as keyof typeof english], english[`${key}.fix` as keyof typeof english]]) {
    for (const [, name = ''] of JSON.stringify(text).matchAll(/\{(\w+)\}/g)) {
      if (params[name] === undefined) throw new Error(`${key} has no {${name}}`);
    }
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const middle = Math.floor(bytes.length / 2);
  yield bytes.subarray(0, middle);
  yield bytes.subarray(middle);
}
