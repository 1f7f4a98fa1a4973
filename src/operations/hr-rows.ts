import type { HrPerson } from '../access/hr-person.js';
import { dayOfText } from '../salary/table/day.js';
import { activeOf, statusOf } from './hr-columns.js';
import type { HrColumn } from './hr-columns.js';

/** What is wrong with a row. */
export type HrRowFault = 'nobody' | 'email' | 'date' | 'order' | 'active' | 'cells' | 'long';

export interface HrRowProblem {
  readonly line: number;
  readonly fault: HrRowFault;
  /** What stands there, cut; empty where that says nothing. */
  readonly value: string;
}

/** A person, if the row says nothing wrong, and a word about the employment that is not understood. */
export type HrRow = { readonly person: HrPerson; readonly oddStatus: string | undefined } | HrRowProblem;

/** More than that is no name and no address. */
const longestCell = 500;

type Problem = (fault: HrRowFault, value?: string) => HrRowProblem;
type Of = (column: HrColumn) => string | undefined;

/** @param columns what stands in each column */
export function hrRow(line: number, cells: readonly string[], columns: readonly (HrColumn | undefined)[]): HrRow {
  const problem: Problem = (fault, value = '') => ({ line, fault, value: value.slice(0, 60) });
  const long = cells.find((cell) => cell.length > longestCell);
  if (long !== undefined) return problem('long', long);
  const stray = cells.slice(columns.length).find((cell) => cell.trim() !== '');
  if (stray !== undefined) return problem('cells', stray);
  const of: Of = (column) => {
    const index = columns.indexOf(column);
    const text = index < 0 ? '' : plainCell(cells[index] ?? '');
    return text === '' ? undefined : text;
  };
  const who = whoIn(of, problem);
  if ('fault' in who) return who;
  const exit = exitIn(of, problem);
  if ('fault' in exit) return exit;
  const employment = employmentIn(of, problem);
  if ('fault' in employment) return employment;
  return {
    person: { line, ...who, ...exit, status: employment.status, role: of('role') },
    oddStatus: employment.odd,
  };
}

function whoIn(of: Of, problem: Problem): Pick<HrPerson, 'email' | 'userName' | 'name'> | HrRowProblem {
  const [email, userName, name] = [of('email'), of('userName'), fullNameOf(of)];
  if (email === undefined && userName === undefined && name === '') return problem('nobody');
  const isAddress = email === undefined || /^[^\s@<>,;=]{1,64}@[^\s@<>,;=]{1,190}$/.test(email);
  return isAddress ? { email, userName, name } : problem('email', email);
}

function exitIn(of: Of, problem: Problem): Pick<HrPerson, 'exitOn'> | HrRowProblem {
  const [entry, exit] = [of('entry'), of('exit')];
  const entryOn = entry === undefined ? undefined : dayOf(entry);
  // `31.12.99` means the last day that a program knows, or one of the last century.
  const exitOn = exit === undefined ? undefined : /\.[7-9]\d$/.test(exit) ? null : dayOf(exit);
  if (entryOn === null) return problem('date', entry);
  if (exitOn === null) return problem('date', exit);
  if (entryOn !== undefined && exitOn !== undefined && exitOn < entryOn) return problem('order', exit);
  return { exitOn };
}

type Employment = Pick<HrPerson, 'status'> & { readonly odd: string | undefined };

/** The word for the employment and the column that says yes or no; having left weighs more. */
function employmentIn(of: Of, problem: Problem): Employment | HrRowProblem {
  const [active, status] = [of('active'), of('status')];
  const yes = active === undefined ? undefined : activeOf(active);
  if (active !== undefined && yes === undefined) return problem('active', active);
  const said = status === undefined ? undefined : statusOf(status);
  return { status: said === 'left' ? said : (yes ?? said), odd: said === undefined ? status : undefined };
}

/** CSV that connect itself wrote has an apostrophe before what Excel would take for a formula. */
const plainCell = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');

function fullNameOf(of: Of): string {
  const [first, last, name] = [of('firstName'), of('lastName'), of('name')];
  const parts = first !== undefined && last !== undefined ? [first, last] : [first ?? (last && name), last ?? name];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** Nobody's last day: what programs write where there is none. */
const never = /^(?:[-–—.]|0{1,2}[./]0{1,2}[./]0{4}|0{4}-00-00)$/;

/**
 * LibreOffice writes Swiss days as `31.10.26`. Points leave no doubt about the order, and nobody on a list of employees
 * came before 1970.
 */
function wholeYear(text: string): string {
  const [, start, year] = /^(\d{1,2}\. ?\d{1,2}\. ?)(\d{2})$/.exec(text) ?? [];
  if (start === undefined || year === undefined) return text;
  return `${start}${Number(year) < 70 ? 20 : 19}${year}`;
}

/** The day; undefined where none is meant, null where nobody can tell. */
function dayOf(text: string): string | null | undefined {
  if (never.test(text)) return undefined;
  // A time of the day does not matter.
  const day = dayOfText(wholeYear(text.replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/, '')));
  if (typeof day !== 'string') return null;
  return day >= '9000' ? undefined : day;
}
