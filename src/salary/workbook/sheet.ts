import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import { tableFaults } from '../table/faults.js';
import { cellReference, columnLetters, type Cell, type Row } from '../table/row.js';
import { refuse } from '../xml/stop.js';
import { isTrue, PartVisitor } from './part-visitor.js';
import type { NumberFormats } from './styles.js';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly sheet: string;
  readonly texts: readonly string[];
  readonly dateFormats: NumberFormats;
  readonly from1904: boolean;
}

/** Reads the rows of a sheet, one at a time; those without anything in them pass by. */
export class SheetVisitor extends PartVisitor {
  /** Ranges of merged cells, `A1:B2`. They come after the rows. */
  readonly merged: string[] = [];
  readonly #findings: Findings;
  readonly #context: SheetContext;
  readonly #take: (row: Row) => boolean;
  #row = 0;
  #hidden = false;
  #cells = new Map<number, Cell>();
  #column = 0;
  #type = 'n';
  #isDate = false;
  #value: string | undefined;
  #formula = false;
  #collecting = false;
  #phonetic = false;

  constructor(findings: Findings, context: SheetContext, take: (row: Row) => boolean) {
    super();
    this.#findings = findings;
    this.#context = context;
    this.#take = take;
  }

  protected enter(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') this.#beginRow(attribute('r'), isTrue(attribute('hidden')));
    else if (name === 'c') this.#beginCell(attribute('r'), attribute('t'), attribute('s'));
    else if (name === 'v' || name === 't') {
      this.#collecting = !this.#phonetic;
      this.#value ??= '';
    } else if (name === 'f') this.#formula = true;
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'mergeCell' && this.merged.length < limits.rows) this.merged.push(attribute('ref') ?? '');
  }

  protected override characters(text: string): void {
    if (!this.#collecting) return;
    this.#value = `${this.#value ?? ''}${text}`;
    if (this.#value.length > limits.cell) this.#refuse('cell', limits.cell);
  }

  protected override leave(name: string): void {
    if (name === 'v' || name === 't') this.#collecting = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
  }

  #beginRow(number: string | undefined, hidden: boolean): void {
    const given = number === undefined ? this.#row + 1 : Number(number);
    // Rows that go back, or are none, would put wages into the wrong place.
    if (!Number.isInteger(given) || given <= this.#row || given > 1_048_576) this.#refuseReference(number ?? '');
    this.#row = given;
    this.#hidden = hidden;
    this.#cells = new Map();
    this.#column = 0;
  }

  #beginCell(reference: string | undefined, type = 'n', style = '0'): void {
    const found = reference === undefined ? { column: this.#column + 1, row: this.#row } : cellReference(reference);
    if (found?.row !== this.#row || found.column <= this.#column) this.#refuseReference(reference ?? '');
    this.#column = found.column;
    this.#type = type;
    this.#isDate = this.#context.dateFormats.isDate(Number(style));
    this.#value = undefined;
    this.#formula = false;
  }

  #endCell(): void {
    const cell = this.#cell();
    if (cell === undefined) return;
    if (this.#column > limits.columns) this.#refuse('columns', limits.columns);
    this.#cells.set(this.#column, cell);
  }

  #endRow(): void {
    if (this.#cells.size === 0) return;
    if (!this.#take({ number: this.#row, cells: this.#cells, hidden: this.#hidden })) this.done = true;
  }

  #cell(): Cell | undefined {
    const value = this.#value;
    if (value === undefined || (value === '' && this.#type !== 'str')) {
      return this.#formula ? { kind: 'uncomputed' } : undefined;
    }
    switch (this.#type) {
      case 's':
        return this.#shared(value);
      case 'str':
      case 'inlineStr':
      case 'd':
        // The strict edition writes days as `2025-01-31T00:00:00`.
        return value === '' ? undefined : { kind: 'text', text: value };
      case 'b':
        return { kind: 'boolean', value: isTrue(value) };
      case 'n':
        return this.#number(value);
      default:
        return { kind: 'error' };
    }
  }

  #shared(value: string): Cell | undefined {
    const text = this.#context.texts[Number(value)];
    if (text === undefined) this.#refuseReference(`${columnLetters(this.#column)}${this.#row}`);
    return text === '' ? undefined : { kind: 'text', text };
  }

  #number(text: string): Cell {
    const value = /^[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?$/.test(text.trim()) ? Number(text) : NaN;
    if (!Number.isFinite(value)) return { kind: 'error' };
    return { kind: 'number', value, isDate: this.#isDate, from1904: this.#context.from1904 };
  }

  #refuse(variant: 'cell' | 'columns', limit: number): never {
    const { sheet } = this.#context;
    const cell = `${columnLetters(this.#column)}${this.#row}`;
    const at = { line: this.#row, column: this.#column, path: `${sheet}!${cell}`, sheet, cell };
    return refuse(this.#findings, tableFaults.limits, variant, { at, params: { limit } });
  }

  #refuseReference(reference: string): never {
    const params = { sheet: this.#context.sheet, reference: reference.slice(0, 20) };
    return refuse(this.#findings, tableFaults.workbook, 'reference', { params });
  }
}
