import type { NoticeKind, NoticeState } from '../../contract/portal.gen.js';
import type { Database, Values } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface NoticeRow {
  readonly id: string;
  readonly client: number;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly employee: string | null;
  /** Somebody the fund does not know yet, as JSON. */
  readonly person: string | null;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly remark: string | null;
  readonly attachments: string;
  readonly createdAt: number;
  readonly submittedAt: number | null;
}

export class Notices {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(client: number, id: string): NoticeRow | undefined {
    return this.#database.get('SELECT * FROM notices WHERE client = :client AND id = :id', { client, id });
  }

  /** Newest first. */
  list(
    client: number,
    { state, employee }: { readonly state?: NoticeState | undefined; readonly employee?: string | undefined },
    page: Slice,
  ): (NoticeRow & Sorted)[] {
    const filter = { ...(state === undefined ? {} : { state }), ...(employee === undefined ? {} : { employee }) };
    const conditions = Object.keys(filter).map((name) => `AND ${name} = :${name}`);
    const query = `SELECT *, -rowid AS sortKey FROM notices WHERE client = :client ${conditions.join(' ')}`;
    return slice(this.#database, query, { client, ...filter }, page);
  }

  add(notice: NoticeRow): void {
    this.#database.insert('notices', { ...notice });
  }

  change(id: string, values: Partial<NoticeRow>): void {
    const assignments = Object.keys(values).map((name) => `${name} = :${name}`);
    this.#database.run(`UPDATE notices SET ${assignments.join(', ')} WHERE id = :id`, { ...(values as Values), id });
  }

  remove(id: string): void {
    this.#database.run('DELETE FROM notices WHERE id = :id', { id });
  }
}
