import { ConnectError } from '../errors.js';
import type { Column } from './view.js';

/**
 * The columns to show: those asked for, in that order; else all of them for machines, and for people those that are not
 * marked hidden.
 * @throws ConnectError `field-unknown`, which lists the known ones
 */
export function chooseColumns<Row>(
  columns: readonly Column<Row>[],
  fields: readonly string[] | undefined,
  format: 'table' | 'tsv' | 'csv' | 'json' | 'ndjson',
): readonly Column<Row>[] {
  if (fields !== undefined) return fields.map((field) => columnNamed(columns, field));
  return format === 'table' || format === 'tsv' ? columns.filter((column) => column.hidden !== true) : columns;
}

/** Of the fields that were asked for, those that the columns have; `undefined`, which is all of them, if there is none. */
export function knownFields(
  columns: readonly Column<never>[],
  fields: readonly string[] | undefined,
): readonly string[] | undefined {
  const known = fields?.filter((field) => columns.some(({ key }) => key === field));
  return known === undefined || known.length === 0 ? undefined : known;
}

/** The members of a result that were asked for, in that order; all of them without `--fields`. */
export function pick(row: unknown, fields: readonly string[] | undefined): unknown {
  if (fields === undefined) return row;
  const members = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(fields.map((field) => [field, members[field]]));
}

function columnNamed<Row>(columns: readonly Column<Row>[], field: string): Column<Row> {
  const found = columns.find(({ key }) => key === field);
  if (found === undefined)
    throw new ConnectError('field-unknown', { field, known: columns.map(({ key }) => key).join(', ') });
  return found;
}
