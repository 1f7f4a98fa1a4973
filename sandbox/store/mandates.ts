import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

/** A power of attorney. */
export interface MandateRow {
  readonly id: string;
  readonly client: number;
  readonly holder: string;
  readonly signatory: string;
  /** As JSON, like the powers. */
  readonly themes: string;
  readonly powers: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly notedBy: string | null;
  readonly notedAt: number;
  readonly revokedAt: number | null;
}

export type MandateWithName = MandateRow & { readonly userName: string | null };

const select = `SELECT m.*, a.userName, -m.rowid AS sortKey FROM mandates m LEFT JOIN accounts a ON a.id = m.notedBy`;

export class Mandates {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(mandate: MandateRow): void {
    this.#database.insert('mandates', { ...mandate });
  }

  byId(client: number, id: string): MandateWithName | undefined {
    return this.#database.get(`${select} WHERE m.client = :client AND m.id = :id`, { client, id });
  }

  revoke(id: string, now: number): void {
    this.#database.run('UPDATE mandates SET revokedAt = :now WHERE id = :id', { id, now });
  }

  /** Newest first. */
  ofClient(client: number, page: Slice): (MandateWithName & Sorted)[] {
    return slice(this.#database, `${select} WHERE m.client = :client`, { client }, page);
  }
}
