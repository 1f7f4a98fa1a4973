import type { MessageKey } from '../i18n/translate.js';
import type { Tell } from './tell.js';

/** A meaning that colour may underline; the text says it, too. */
export type Tone = 'good' | 'warning' | 'bad' | 'muted' | 'strong';

/** One member of a result: a column of a list, or a line of a single thing. */
export interface Column<Row> {
  /** Its name in JSON and for `--fields`. */
  readonly key: string;
  readonly title: MessageKey;
  /** Language-neutral, for CSV and pipes; without it the row's member of that name. */
  readonly value?: (row: Row) => unknown;
  /** For people; without it the value as it is. */
  readonly text?: (row: Row, tell: Tell) => string;
  readonly tone?: (row: Row) => Tone | undefined;
  /** Left out of tables unless asked for by `--fields`. */
  readonly hidden?: true;
  /** Never cut, however narrow the screen: it is there to be typed, or compared to the last digit. */
  readonly whole?: true;
}

/** The lines that one row falls into. */
export interface Parts<Row, Part> {
  readonly of: (row: Row) => readonly Part[];
  readonly columns: readonly Column<Part>[];
  /** For people: lines in place of a table, where texts are too long for columns. */
  readonly lines?: (part: Part, tell: Tell) => readonly string[];
}

/** The same after its types have done their work. */
export interface ErasedParts {
  readonly of: (row: never) => readonly unknown[];
  readonly columns: readonly Column<never>[];
  readonly lines?: (part: never, tell: Tell) => readonly string[];
}

export function valueOf<Row>(column: Column<Row>, row: Row): unknown {
  if (column.value !== undefined) return column.value(row);
  return (row as Readonly<Record<string, unknown>>)[column.key];
}

/** The same columns with none left out, for one thing that is shown whole. */
export function allOf<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  return columns.map((column) => {
    const { key, title, value, text, tone } = column;
    return { key, title, ...(value && { value }), ...(text && { text }), ...(tone && { tone }) };
  });
}

export function textOf<Row>(column: Column<Row>, row: Row, tell: Tell): string {
  return column.text === undefined ? neutralText(valueOf(column, row)) : column.text(row, tell);
}

/** How a value stands in a cell: lists by comma, nothing for null, JSON for what has structure. */
export function neutralText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
