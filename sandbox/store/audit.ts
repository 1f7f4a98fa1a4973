import type { Database } from './database.js';

export interface AuditEntry {
  readonly at: number;
  readonly fund: string;
  readonly operation: string;
  readonly actor: string | null;
  readonly client: string | null;
  readonly subject: string | null;
  /** The status of an answer, or the short name of a problem. */
  readonly outcome: string;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
}

/** Who did what: every write and every login, also the refused ones. Only grows. */
export class AuditLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(entry: AuditEntry): void {
    this.#database.insert('audit', { ...entry });
  }

  /** When a login was deactivated for a client, if that was since it was last reactivated. */
  deactivatedAt(fund: string, client: string, subject: string): number | null {
    const about = `fund = :fund AND client = :client AND subject = :subject AND outcome = '200'`;
    const row = this.#database.get<{ at: number | null }>(
      `SELECT min(at) AS at FROM audit WHERE ${about} AND operation = 'deactivateUser' AND id > ifnull(
         (SELECT max(id) FROM audit WHERE ${about} AND operation = 'reactivateUser'), 0)`,
      { fund, client, subject },
    );
    return row?.at ?? null;
  }

  list(): (AuditEntry & { readonly id: number })[] {
    return this.#database.all('SELECT * FROM audit ORDER BY id');
  }
}
