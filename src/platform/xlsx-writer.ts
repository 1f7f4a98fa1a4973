import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre';

/** A cell to be written; rows and columns count from 1. A day is an ISO day. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | { readonly day: string } | undefined;
  readonly look: 'title' | 'label' | 'heading' | 'note' | 'entry';
  /** Of an entry: how Excel shows what is typed. */
  readonly format?: 'text' | 'day' | 'amount';
}

export type Allowed =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'days'; readonly from: string; readonly until: string }
  | { readonly kind: 'amounts'; readonly most: number };

export interface SheetModel {
  readonly name: string;
  readonly widths: readonly number[];
  readonly cells: readonly SheetCell[];
  /** What may be typed into cells, `A1:B2`, and what to say of anything else. */
  readonly rules: readonly { readonly range: string; readonly allowed: Allowed; readonly message: string }[];
  /** Rows that stay in sight. */
  readonly frozenRows: number;
}

const formats = { text: '@', day: 'dd.mm.yyyy', amount: '#,##0.00' } as const;

const looks: Readonly<Record<SheetCell['look'], CellStyle>> = {
  title: { font: { name: 'Calibri', size: 14, bold: true } },
  label: { font: { name: 'Calibri', size: 11 } },
  heading: {
    font: { name: 'Calibri', size: 11, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
    border: { bottom: { style: 'thin' } },
    alignment: { wrapText: true, vertical: 'top' },
  },
  note: { font: { name: 'Calibri', size: 9, color: { rgb: '808080' } } },
  entry: { font: { name: 'Calibri', size: 11 }, protection: { locked: false } },
};

/**
 * Writes a workbook. Sheets are protected without a password: headings can't be overtyped by accident, entries can, rows
 * can be inserted and deleted.
 */
export async function writeWorkbook(sheets: readonly SheetModel[], title: string): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title, creator: 'connect' },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function sheetOf({ name, widths, cells, rules, frozenRows }: SheetModel): WriteSheet {
  const lastRow = Math.max(...cells.map(({ row }) => row));
  const written = new Map(cells.map((cell) => [`${cell.row - 1},${cell.column - 1}`, cellOf(cell)]));
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: Array.from({ length: lastRow }, () => []),
    cells: written,
    dataValidations: rules.map(({ range, allowed, message }) => ({
      range,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: 'connect',
      errorMessage: message.slice(0, 225),
      ...validationOf(allowed),
    })),
    protection: { sheet: true, insertRows: true, deleteRows: true, formatColumns: true, formatRows: true, sort: true },
    ...(frozenRows === 0 ? {} : { freezePane: { rows: frozenRows } }),
  };
}

function cellOf({ value, look, format }: SheetCell): Partial<Cell> {
  const style = format === undefined ? looks[look] : { ...looks[look], numFmt: formats[format] };
  if (value === undefined) return { value: null, type: 'empty', style };
  if (typeof value === 'object') return { value: new Date(`${value.day}T00:00:00Z`), type: 'date', style };
  return { value, type: typeof value === 'number' ? 'number' : 'string', style };
}

function validationOf(allowed: Allowed): Omit<DataValidation, 'range'> {
  switch (allowed.kind) {
    case 'list':
      return { type: 'list', values: [...allowed.values] };
    case 'days': {
      const [formula1, formula2] = [serialOf(allowed.from), serialOf(allowed.until)];
      // A warning: a day of another year may be meant.
      return { type: 'date', operator: 'between', formula1, formula2, errorStyle: 'warning' };
    }
    case 'amounts':
      return { type: 'decimal', operator: 'between', formula1: `-${allowed.most}`, formula2: String(allowed.most) };
  }
}

/** Day 1 is 1 January 1900, and Excel believes that there was a 29 February 1900. */
const serialOf = (day: string): string =>
  String((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / (24 * 60 * 60 * 1000));
