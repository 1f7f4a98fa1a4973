import type { Language, Theme } from '../../contract/portal.gen.js';
import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface ClientRow {
  readonly id: number;
  readonly fund: string;
  readonly number: string;
  readonly name: string;
  readonly uid: string | null;
  readonly address: string;
  readonly language: Language;
  readonly canton: string;
  readonly themes: string;
  readonly search: string;
}

/** A client as one login sees it. */
export interface ClientOfLogin extends Omit<ClientRow, 'id'>, Sorted {
  readonly administrator: number;
  readonly permissions: string;
  readonly kind: 'employee' | 'fiduciary';
}

export class Clients {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byNumber(fund: string, number: string): ClientRow | undefined {
    return this.#database.get('SELECT * FROM clients WHERE fund = :fund AND number = :number', { fund, number });
  }

  byId(id: number): ClientRow | undefined {
    return this.#database.get('SELECT * FROM clients WHERE id = :id', { id });
  }

  /** Those that a login may act for, by number. */
  ofAccount(account: string, part: string | undefined, page: Slice): ClientOfLogin[] {
    const query = `SELECT c.fund, c.number, c.name, c.uid, c.address, c.language, c.canton, c.themes, m.administrator,
        m.permissions, m.kind, c.number AS sortKey, c.number AS id
      FROM memberships m JOIN clients c ON c.id = m.client
      WHERE m.account = :account AND m.deactivated = 0 ${part === undefined ? '' : 'AND instr(c.search, :part) > 0'}`;
    return slice(this.#database, query, { account, ...(part === undefined ? {} : { part }) }, page);
  }
}

/** What the fund offers the client. */
export function themesOf(client: { readonly themes: string }): Theme[] {
  return JSON.parse(client.themes) as Theme[];
}
