import type { TaskKind, Theme } from '../../contract/portal.gen.js';
import { newId } from '../rules/names.js';
import { day, dayOf, yearOf } from '../rules/time.js';
import type { EmployeeRow } from '../store/employees.js';
import type { TaskParameters } from '../texts/tasks.js';
import type { Sowing, Sown } from './sowing.js';

interface SeedTask {
  readonly kind: TaskKind;
  readonly theme: Theme;
  readonly parameters: TaskParameters;
  readonly employee?: EmployeeRow;
  readonly year?: number;
  readonly dueOn?: string;
  readonly done?: true;
}

/** The year whose wages are to be declared. */
export function yearDue(now: number): number {
  return yearOf(now) - 1;
}

/** The due declaration for every client, and something of every kind for the first. */
export function addTasks(sowing: Sowing, client: Sown, employees: readonly EmployeeRow[]): void {
  addSalaryTask(sowing, client.row.id);
  const first = employees[0];
  if (first === undefined) return;
  for (const task of tasksFor(sowing, client, first, employees[1] ?? first)) addTask(sowing, client.row.id, task);
  if (client.seed.number === '10001.00' || client.seed.number === '30001.00') {
    addDraft(sowing, client.row.id, employees[2] ?? first);
  }
}

export function addSalaryTask(sowing: Sowing, client: number): void {
  const { now } = sowing;
  const year = yearDue(now);
  // After 30 January the demonstration goes on: the fund has granted more time.
  const regular = `${String(year + 1)}-01-30`;
  const extended = dayOf(now) > regular;
  const dueOn = extended ? dayOf(now + 21 * day) : regular;
  addTask(sowing, client, {
    kind: 'salary-declaration-due',
    theme: 'salary-declaration',
    parameters: { year, extended },
    year,
    dueOn,
  });
}

function tasksFor({ now }: Sowing, { seed }: Sown, one: EmployeeRow, other: EmployeeRow): SeedTask[] {
  const person = `${one.firstName} ${one.lastName}`;
  const year = yearOf(now);
  const education: SeedTask = {
    kind: 'education-certificate',
    theme: 'family-allowances',
    parameters: { person, schoolYear: `${String(year)}/${String(year + 1).slice(2)}` },
    employee: one,
    dueOn: dayOf(now + 9 * day),
  };
  const missing: SeedTask = {
    kind: 'missing-documents',
    theme: 'family-allowances',
    parameters: { person: `${other.firstName} ${other.lastName}`, document: 'birth-certificate' },
    employee: other,
    dueOn: dayOf(now + 4 * day),
  };
  const query: SeedTask = {
    kind: 'query',
    theme: 'salary-declaration',
    parameters: { person, year: year - 2 },
    employee: one,
    year: year - 2,
    dueOn: dayOf(now - 2 * day),
  };
  const done: SeedTask = { ...education, done: true, dueOn: dayOf(now - 300 * day) };
  if (seed.number === '10001.00') return [education, missing, query, done];
  return seed.number.endsWith('1.00') ? [missing, done] : seed.number.endsWith('2.00') ? [education, query] : [missing];
}

function addTask({ store, random, now }: Sowing, client: number, task: SeedTask): void {
  const createdAt = now - (task.done === true ? 320 : 12) * day;
  store.tasks.add({
    id: newId(random, 'tsk'),
    client,
    kind: task.kind,
    theme: task.theme,
    parameters: JSON.stringify(task.parameters),
    createdAt,
    dueOn: task.dueOn ?? null,
    completedAt: task.done === true ? createdAt + 10 * day : null,
    answer: null,
    attachments: '[]',
    employee: task.employee?.id ?? null,
    year: task.year ?? null,
    notice: null,
  });
}

/** A notice begun and not submitted, and the task that reminds of it. */
function addDraft({ store, random, now }: Sowing, client: number, employee: EmployeeRow): void {
  const notice = newId(random, 'not');
  const createdAt = now - 3 * day;
  store.notices.add({
    id: notice,
    client,
    kind: 'family-allowance',
    state: 'draft',
    employee: employee.id,
    person: null,
    fromDay: dayOf(now - 30 * day),
    untilDay: null,
    remark: null,
    attachments: '[]',
    createdAt,
    submittedAt: null,
  });
  store.tasks.add({
    id: newId(random, 'tsk'),
    client,
    kind: 'draft',
    theme: 'employees',
    parameters: JSON.stringify({ notice: 'family-allowance' }),
    createdAt,
    dueOn: null,
    completedAt: null,
    answer: null,
    attachments: '[]',
    employee: employee.id,
    year: null,
    notice,
  });
}
