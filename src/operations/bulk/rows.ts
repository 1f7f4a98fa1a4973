import { addedColumns, columnOf } from './columns.js';
import type { RowColumn } from './columns.js';
import type { CsvFile } from './csv-file.js';
import type { FaultCode, RowFault } from './faults.js';
import { readValues } from './values.js';
import type { RowValues } from './values.js';

/** What is done to the user of each row. */
export const rowActions = ['new', 'edit', 'deactivate', 'reactivate'] as const;
export type RowAction = (typeof rowActions)[number];

export interface Row {
  readonly line: number;
  readonly values: RowValues;
  /** Which user is meant; of a new one, the e-mail address. */
  readonly name: string;
  /** The column that names the user. */
  readonly by: RowColumn;
  /** Whether the file says whose user it is. */
  readonly namesClient: boolean;
}

const requiredForNew = ['email', 'firstName', 'lastName', 'language', 'mobileNumber'] as const;

/** The rows of a file, by what they say, and everything that is wrong with that already. */
export function rowsOf(
  file: CsvFile,
  action: RowAction,
  now: Date,
): { readonly rows: readonly Row[]; readonly faults: readonly RowFault[] } {
  const columns = file.heading.fields.map((heading) => columnOf(heading));
  const known = new Set(columns.filter((column) => column !== undefined));
  const by = action === 'new' ? 'email' : identifying(known);
  const faults = [...headingFaults(file, columns, action)];
  const rows = file.rows.map(({ line, fields }): Row => {
    const cells = new Map<RowColumn, string>();
    columns.forEach((column, index) => {
      if (column !== undefined && !cells.has(column)) cells.set(column, withoutApostrophe(fields[index] ?? '').trim());
    });
    const read = readValues(line, cells, now);
    faults.push(...read.faults);
    const name = read.values[by];
    const needed: readonly RowColumn[] = [
      ...(known.has('client') ? (['client'] as const) : []),
      ...(action === 'new' ? requiredForNew : [by]),
    ];
    for (const column of needed) {
      if (known.has(column) && (cells.get(column) ?? '') === '')
        faults.push({ line, column, code: 'value-missing', params: {} });
    }
    return {
      line,
      values: read.values,
      name: typeof name === 'string' ? name : '',
      by,
      namesClient: known.has('client'),
    };
  });
  return { rows, faults };
}

/** Which column names the user: the others say what is to become of him. */
function identifying(known: ReadonlySet<RowColumn>): 'user' | 'userName' | 'email' {
  if (known.has('user')) return 'user';
  return known.has('userName') ? 'userName' : known.has('email') ? 'email' : 'user';
}

function headingFaults(
  { heading }: CsvFile,
  columns: readonly (RowColumn | undefined)[],
  action: RowAction,
): readonly RowFault[] {
  const { line } = heading;
  const fault = (code: FaultCode, column: RowColumn, params: RowFault['params'] = {}): RowFault => ({
    line,
    column,
    code,
    params,
  });
  const twice = columns.flatMap((column, index) =>
    column !== undefined && columns.indexOf(column) !== index
      ? [
          fault('column-twice', column, {
            heading: heading.fields[index] ?? '',
            other: heading.fields[columns.indexOf(column)] ?? '',
          }),
        ]
      : [],
  );
  const needed: readonly RowColumn[] =
    action === 'new' ? requiredForNew : [identifying(new Set(columns.filter((one) => one !== undefined)))];
  return [
    ...twice,
    ...needed.filter((column) => !columns.includes(column)).map((column) => fault('column-missing', column)),
  ];
}

/** connect itself has put it before what Excel would take for a formula. */
const withoutApostrophe = (text: string): string => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');

/** Whether a column is one that connect itself has added to an earlier file of results. */
export const isAdded = (heading: string): boolean => (addedColumns as readonly string[]).includes(heading.trim());

/** Whether a column says nothing that is understood: a heading that was mistyped looks like that. */
export const isUnread = (heading: string): boolean =>
  heading.trim() !== '' && columnOf(heading) === undefined && !isAdded(heading);
