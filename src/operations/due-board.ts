import type { Client, DeclarationState, SalaryDeclaration, Task } from '../../contract/portal.gen.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import { contributionsOf, deadlineOf, defaultInterest } from '../salary/default-interest.js';
import { formatRappen } from '../salary/money.js';
import type { Rappen } from '../salary/money.js';
import { countsAsAccepted } from './last-year.js';
import { daysBetween } from './swiss-day.js';

/** One year of one client: how its salary declaration stands. */
export interface DueRow {
  readonly client: string;
  readonly name: string;
  readonly year: number;
  readonly state: DeclarationState | 'missing';
  /** The declaration that the state is of. */
  readonly declaration: string | null;
  readonly submittedBy: string | null;
  /** 30 January after the year, or the day that the fund's task names; `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** Until `dueOn`, negative if that is past; `null` if nothing is left to do. */
  readonly daysLeft: number | null;
  /** Estimated contributions of the year, decimal string in CHF. */
  readonly contributions: string | null;
  /** Of which wages they are estimated: those of this declaration, or those accepted for the year before. */
  readonly basis: 'declared' | 'year-before' | null;
  /** Estimated default interest up to today, decimal string in CHF; see `defaultInterest`. */
  readonly interest: string | null;
}

const settled: readonly DueRow['state'][] = ['released', 'processing', 'accepted', 'accepted-with-warnings'];

/** Whether somebody still has to do something, or to wait for the fund before he can. */
export const isOpen = ({ state }: Pick<DueRow, 'state'>): boolean => !settled.includes(state);

/**
 * How a client stands: the last finished year, and every other year for which the fund has an open task, or a declaration
 * that was rejected or not released.
 * @param today in Switzerland, `YYYY-MM-DD`
 * @param only instead of all those years
 */
export async function dueRowsOf(
  portal: Pick<Portal, 'salary' | 'tasks'>,
  client: Pick<Client, 'number' | 'name'>,
  today: string,
  only: number | undefined,
): Promise<readonly DueRow[]> {
  const [declarations, tasks] = await Promise.all([
    all(portal.salary.list(client.number)),
    all(portal.tasks.list(client.number, { kind: 'salary-declaration-due' })),
  ]);
  const real = declarations.filter(({ test }) => !test);
  const years = only === undefined ? yearsOf(real, tasks, Number(today.slice(0, 4)) - 1) : [only];
  return years.map((year) => rowOf(client, year, real, tasks, today));
}

function yearsOf(declarations: readonly SalaryDeclaration[], tasks: readonly Task[], last: number): readonly number[] {
  const asked = tasks.flatMap(({ state, subject }) =>
    state === 'open' && subject.year !== null ? [subject.year] : [],
  );
  const declared = new Set(declarations.map(({ year }) => year));
  const unfinished = [...declared].filter((year) => {
    const current = currentOf(declarations, year);
    return current !== undefined && isOpen(current);
  });
  return [...new Set([last, ...asked, ...unfinished])].sort((a, b) => a - b);
}

function rowOf(
  { number, name }: Pick<Client, 'number' | 'name'>,
  year: number,
  declarations: readonly SalaryDeclaration[],
  tasks: readonly Task[],
  today: string,
): DueRow {
  const current = currentOf(declarations, year);
  const state = stateOf(current);
  const dueOn = grantedOn(tasks, year) ?? deadlineOf(year);
  return {
    client: number,
    name,
    year,
    state,
    declaration: current?.id ?? null,
    submittedBy: current?.submittedBy.userName ?? null,
    dueOn,
    daysLeft: isOpen({ state }) ? daysBetween(today, dueOn) : null,
    ...estimateOf(
      year,
      current,
      newest(declarations.filter((one) => one.year === year - 1 && countsAsAccepted(one))),
      today,
    ),
  };
}

/** The day that the fund has named, the last one if it was put off. An upload does a task, but not yet what is due. */
function grantedOn(tasks: readonly Task[], year: number): string | undefined {
  const days = tasks.flatMap(({ dueOn, subject }) => (subject.year === year && isDay(dueOn) ? [dueOn] : []));
  return days.toSorted().at(-1);
}

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The one that counts: the newest that was neither rejected nor replaced; if there is none, the newest. */
function currentOf(declarations: readonly SalaryDeclaration[], year: number): SalaryDeclaration | undefined {
  const ofYear = declarations.filter((declaration) => declaration.year === year);
  return newest(ofYear.filter(({ state }) => state !== 'rejected' && state !== 'replaced')) ?? newest(ofYear);
}

const newest = (declarations: readonly SalaryDeclaration[]): SalaryDeclaration | undefined =>
  declarations.toSorted((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt))[0];

function estimateOf(
  year: number,
  current: SalaryDeclaration | undefined,
  lastYear: SalaryDeclaration | undefined,
  today: string,
): Pick<DueRow, 'contributions' | 'basis' | 'interest'> {
  // Wages that were rejected say nothing; those of the year before are near enough.
  const declared = current?.state === 'rejected' ? null : (current?.totals ?? null);
  const totals = declared ?? lastYear?.totals ?? null;
  const contributions = totals === null ? undefined : contributionsOf(year, totals);
  const interest = isOpen({ state: stateOf(current) }) ? defaultInterest(year, contributions, today) : undefined;
  const basis = declared === null ? 'year-before' : 'declared';
  return {
    contributions: decimal(contributions),
    basis: contributions === undefined ? null : basis,
    interest: decimal(interest),
  };
}

const stateOf = (current: SalaryDeclaration | undefined): DueRow['state'] => current?.state ?? 'missing';

const decimal = (amount: Rappen | undefined): string | null => (amount === undefined ? null : formatRappen(amount));

/** What is open first, by its day; then by client and year. */
export function byUrgency(a: DueRow, b: DueRow): number {
  const [first, second] = [a, b].map(
    (row) => `${row.daysLeft === null ? 1 : 0} ${row.dueOn} ${row.client} ${row.year}`,
  );
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** Those that are due within so many days, or overdue. */
export const dueWithin = (rows: readonly DueRow[], days: number): readonly DueRow[] =>
  rows.filter(({ daysLeft }) => daysLeft !== null && daysLeft <= days);
