import type { Database } from './database.js';

export interface EnrolmentRow {
  readonly id: string;
  readonly account: string;
  /** Sealed. */
  readonly secret: string;
  readonly expiresAt: number;
}

/** Authenticator apps that wait for their first code, and invitations that wait for their activation. */
export class Enrolments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(id: string): EnrolmentRow | undefined {
    return this.#database.get('SELECT * FROM enrolments WHERE id = :id', { id });
  }

  /** A later enrolment takes the place of an earlier one. */
  begin(enrolment: EnrolmentRow): void {
    this.end(enrolment.account);
    this.#database.insert('enrolments', { ...enrolment });
  }

  end(account: string): void {
    this.#database.run('DELETE FROM enrolments WHERE account = :account', { account });
  }

  invite(account: string, code: string, expiresAt: number): void {
    this.#database.run(
      'INSERT OR REPLACE INTO invitations (account, code, expiresAt) VALUES (:account, :code, :expiresAt)',
      { account, code, expiresAt },
    );
  }

  invitation(account: string): { readonly code: string; readonly expiresAt: number } | undefined {
    return this.#database.get('SELECT code, expiresAt FROM invitations WHERE account = :account', { account });
  }

  accept(account: string): void {
    this.#database.run('DELETE FROM invitations WHERE account = :account', { account });
  }
}
