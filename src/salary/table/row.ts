/** A cell that holds something. Numbers of a workbook are serials where they stand for days. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly isDate: boolean; readonly from1904: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!` and its like, or a formula whose result nobody has computed. */
  | { readonly kind: 'error' | 'uncomputed' };

/** One row of a sheet or one record of a CSV file. Cells by column, both from 1; empty ones are not there. */
export interface Row {
  readonly number: number;
  readonly cells: ReadonlyMap<number, Cell>;
  /** Nobody sees it on the screen, but it is there. */
  readonly hidden: boolean;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 → column 1, row 1; `undefined` for anything else. */
export function cellReference(text: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text);
  if (match === null) return undefined;
  const [, letters = '', row] = match;
  return {
    column: Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    row: Number(row),
  };
}

/** The text of a cell as a person would type it, without spaces around it; empty if there is none. */
export function textOf(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text.trim();
    case 'number':
      return String(cell.value);
    case 'boolean':
      return cell.value ? 'x' : '';
    default:
      return '';
  }
}

/** Whether there is something in the cell that counts: spaces don't. */
export const isFilled = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && (cell.kind !== 'text' || cell.text.trim() !== '');
