import type { DeclarationFinding, DeclarationState } from '../../contract/portal.gen.js';
import { checked, stateAt, type Verdict } from '../rules/declaration-state.js';
import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface DeclarationRow {
  readonly id: string;
  readonly client: number;
  readonly year: number;
  readonly test: number;
  readonly version: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly replaces: string | null;
  readonly attachments: string;
  readonly submittedBy: string;
  readonly submittedAt: number;
  readonly releasedAt: number | null;
  readonly verdict: Verdict;
  readonly totals: string;
  readonly findingCount: number;
  readonly receipt: string;
  readonly idempotencyKey: string | null;
}

/** With what follows from other rows. */
export type Declaration = DeclarationRow & {
  readonly userName: string;
  readonly replacedAt: number | null;
};

export interface FindingRow {
  readonly position: number;
  readonly level: DeclarationFinding['level'];
  readonly code: string;
  /** What the text needs, as JSON. */
  readonly parameters: string;
  readonly person: number | null;
  readonly line: number | null;
}

export interface DeclarationFilter {
  readonly year?: number | undefined;
  readonly state?: DeclarationState | undefined;
  readonly sha256?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

const select = `SELECT d.*, a.userName, -d.rowid AS sortKey,
    (SELECT min(s.submittedAt) + ${String(checked)} FROM declarations s
      WHERE s.replaces = d.id AND s.test = 0 AND s.verdict <> 'rejected') AS replacedAt
  FROM declarations d JOIN accounts a ON a.id = d.submittedBy`;

export class Declarations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.define(
      'declarationState',
      (
        submittedAt: number,
        verdict: Verdict,
        test: number,
        releasedAt: number | null,
        replacedAt: number | null,
        now: number,
      ) => stateAt({ submittedAt, verdict, test: test === 1, releasedAt, replacedAt }, now).state,
    );
  }

  byId(client: number, id: string): Declaration | undefined {
    return this.#database.get(`${select} WHERE d.client = :client AND d.id = :id`, { client, id });
  }

  ofFile(client: number, sha256: string, test: boolean): Declaration | undefined {
    return this.#database.get(
      `${select} WHERE d.client = :client AND d.sha256 = :sha256 AND d.test = :test ORDER BY d.submittedAt`,
      { client, sha256, test: Number(test) },
    );
  }

  ofKey(client: number, idempotencyKey: string): Declaration | undefined {
    return this.#database.get(`${select} WHERE d.client = :client AND d.idempotencyKey = :idempotencyKey`, {
      client,
      idempotencyKey,
    });
  }

  /** Nothing can be submitted under this key any more. */
  voidKey(client: number, key: string, at: number): void {
    this.#database.run('INSERT OR IGNORE INTO voidKeys (client, key, at) VALUES (:client, :key, :at)', {
      client,
      key,
      at,
    });
  }

  isVoid(client: number, key: string): boolean {
    return (
      this.#database.get('SELECT 1 FROM voidKeys WHERE client = :client AND key = :key', { client, key }) !== undefined
    );
  }

  /** The real declarations of a year, newest first. */
  ofYear(client: number, year: number): Declaration[] {
    return this.#database.all(
      `${select} WHERE d.client = :client AND d.year = :year AND d.test = 0 ORDER BY d.submittedAt DESC, d.rowid DESC`,
      { client, year },
    );
  }

  list(
    client: number,
    { year, sha256, idempotencyKey, state }: DeclarationFilter,
    now: number,
    page: Slice,
  ): (Declaration & Sorted)[] {
    const columns = {
      ...(year === undefined ? {} : { year }),
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
    const conditions = Object.keys(columns).map((name) => `AND d.${name} = :${name}`);
    const query = `SELECT * FROM (${select} WHERE d.client = :client ${conditions.join(' ')})`;
    const inState = 'WHERE declarationState(submittedAt, verdict, test, releasedAt, replacedAt, :now) = :state';
    return slice(
      this.#database,
      state === undefined ? query : `${query} ${inState}`,
      { client, ...columns, ...(state === undefined ? {} : { state, now }) },
      page,
    );
  }

  add(declaration: DeclarationRow, findings: readonly FindingRow[]): void {
    this.#database.insert('declarations', { ...declaration });
    for (const finding of findings) {
      this.#database.insert('findings', { declaration: declaration.id, ...finding });
    }
  }

  release(id: string, now: number): void {
    this.#database.run('UPDATE declarations SET releasedAt = :now WHERE id = :id', { id, now });
  }

  findings(declaration: string, page: Slice): (FindingRow & Sorted)[] {
    const query = `SELECT position, level, code, parameters, person, line, position AS sortKey, '' AS id
      FROM findings WHERE declaration = :declaration`;
    return slice(this.#database, query, { declaration }, page);
  }
}
