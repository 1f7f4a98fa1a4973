import type { Database } from './database.js';

/** Client certificates that users have registered, each known by its SHA-256. A fund has registrations of its own. */
export class Certificates {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  register(fund: string, fingerprint: string, account: string): void {
    this.#database.run(
      'INSERT OR REPLACE INTO certificates (fund, fingerprint, account) VALUES (:fund, :fingerprint, :account)',
      { fund, fingerprint, account },
    );
  }

  /** The id of the account that a certificate is registered for. */
  accountOf(fund: string, fingerprint: string): string | undefined {
    return this.#database.get<{ account: string }>(
      'SELECT account FROM certificates WHERE fund = :fund AND fingerprint = :fingerprint',
      { fund, fingerprint },
    )?.account;
  }
}
