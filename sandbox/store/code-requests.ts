import type { CodeReason, CodeRecipient, CodeRequestState } from '../../contract/portal.gen.js';
import { codeStateAt } from '../rules/code-request-state.js';
import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface CodeRequestRow {
  readonly id: string;
  readonly client: number;
  readonly reference: string;
  readonly recipient: CodeRecipient;
  readonly reason: CodeReason;
  readonly remark: string | null;
  /** The lines of the address, as JSON. */
  readonly addressee: string;
  /** What was enclosed: kind, name, size and digest, as JSON. */
  readonly documents: string;
  readonly requestedBy: string | null;
  readonly requestedAt: number;
  readonly usedAt: number | null;
  /** A keyed digest of the code; the code itself stands in the letter only. */
  readonly code: string;
}

export type CodeRequestWithName = CodeRequestRow & { readonly userName: string | null };

const select = `SELECT r.*, a.userName, -r.rowid AS sortKey
  FROM codeRequests r LEFT JOIN accounts a ON a.id = r.requestedBy`;

export class CodeRequests {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.define('codeRequestState', (requestedAt: number, usedAt: number | null, now: number) =>
      codeStateAt({ requestedAt, usedAt }, now),
    );
  }

  add(request: CodeRequestRow): void {
    this.#database.insert('codeRequests', { ...request });
  }

  byId(client: number, id: string): CodeRequestWithName | undefined {
    return this.#database.get(`${select} WHERE r.client = :client AND r.id = :id`, { client, id });
  }

  byCode(code: string): CodeRequestRow | undefined {
    return this.#database.get('SELECT * FROM codeRequests WHERE code = :code', { code });
  }

  used(id: string, now: number): void {
    this.#database.run('UPDATE codeRequests SET usedAt = :now WHERE id = :id', { id, now });
  }

  /** Newest first. */
  ofClient(
    client: number,
    state: CodeRequestState | undefined,
    now: number,
    page: Slice,
  ): (CodeRequestWithName & Sorted)[] {
    const condition = state === undefined ? '' : 'AND codeRequestState(r.requestedAt, r.usedAt, :now) = :state';
    const values = { client, ...(state === undefined ? {} : { state, now }) };
    return slice(this.#database, `${select} WHERE r.client = :client ${condition}`, values, page);
  }
}
