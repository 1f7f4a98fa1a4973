import type { TaskKind, TaskState, Theme } from '../../contract/portal.gen.js';
import { checked } from '../rules/declaration-state.js';
import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface TaskRow {
  readonly id: string;
  readonly client: number;
  readonly kind: TaskKind;
  readonly theme: Theme;
  /** What the texts need, as JSON. */
  readonly parameters: string;
  readonly createdAt: number;
  readonly dueOn: string | null;
  readonly completedAt: number | null;
  readonly answer: string | null;
  readonly attachments: string;
  readonly employee: string | null;
  readonly year: number | null;
  readonly notice: string | null;
}

/** With what follows from the declarations of the year. */
export type Task = TaskRow & { readonly doneAt: number | null; readonly declaration: string | null };

export interface TaskFilter {
  readonly themes: readonly Theme[];
  readonly state?: TaskState | undefined;
  readonly kind?: TaskKind | undefined;
  readonly dueBefore?: string | undefined;
}

// A salary declaration is done by submitting it, and open again if the checks reject the file.
const declaration = `SELECT d.id FROM declarations d WHERE t.kind = 'salary-declaration-due' AND d.client = t.client
  AND d.year = t.year AND d.test = 0 AND NOT (d.verdict = 'rejected' AND :now >= d.submittedAt + ${String(checked)})
  ORDER BY d.rowid LIMIT 1`;

const select = `SELECT t.*, t.dueOn AS sortKey, d.id AS declaration, coalesce(t.completedAt, d.submittedAt) AS doneAt
  FROM tasks t LEFT JOIN declarations d ON d.id = (${declaration})`;

export class Tasks {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(client: number, id: string, now: number): Task | undefined {
    return this.#database.get(`${select} WHERE t.client = :client AND t.id = :id`, { client, id, now });
  }

  /** The most urgent first. */
  list(client: number, { themes, state, kind, dueBefore }: TaskFilter, now: number, page: Slice): (Task & Sorted)[] {
    const conditions = ['t.client = :client', 't.theme IN (SELECT value FROM json_each(:themes))'];
    if (state !== undefined) conditions.push(`doneAt IS ${state === 'done' ? 'NOT' : ''} NULL`);
    if (kind !== undefined) conditions.push('t.kind = :kind');
    if (dueBefore !== undefined) conditions.push('t.dueOn < :dueBefore');
    const values = {
      client,
      now,
      themes: JSON.stringify(themes),
      ...(kind === undefined ? {} : { kind }),
      ...(dueBefore === undefined ? {} : { dueBefore }),
    };
    return slice(this.#database, `${select} WHERE ${conditions.join(' AND ')}`, values, page);
  }

  add(task: TaskRow): void {
    this.#database.insert('tasks', { ...task });
  }

  complete(id: string, answer: string | null, attachments: readonly string[], now: number): void {
    this.#database.run(
      'UPDATE tasks SET completedAt = :now, answer = :answer, attachments = :attachments WHERE id = :id',
      { id, now, answer, attachments: JSON.stringify(attachments) },
    );
  }

  completeDraft(notice: string, now: number): void {
    this.#database.run('UPDATE tasks SET completedAt = :now WHERE notice = :notice', { notice, now });
  }

  removeDraft(notice: string): void {
    this.#database.run('DELETE FROM tasks WHERE notice = :notice', { notice });
  }
}
