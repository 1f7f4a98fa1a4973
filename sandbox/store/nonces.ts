import type { Database } from './database.js';

/** Which nonces were used to sign, for as long as the signatures could be sent again. */
export class Nonces {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** False if the key has used it before. */
  take(key: string, nonce: string, until: number, now: number): boolean {
    this.#database.run('DELETE FROM nonces WHERE until < :now', { now });
    return (
      this.#database.run('INSERT OR IGNORE INTO nonces (key, nonce, until) VALUES (:key, :nonce, :until)', {
        key,
        nonce,
        until,
      }) === 1
    );
  }
}
