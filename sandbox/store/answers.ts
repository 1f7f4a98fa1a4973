import { hour } from '../rules/time.js';
import type { Database } from './database.js';

const kept = 48 * hour;

/** The first answers to requests with an idempotency key, sealed. */
export class Answers {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(scope: string, key: string): { readonly fingerprint: string; readonly answer: string } | undefined {
    return this.#database.get('SELECT fingerprint, answer FROM answers WHERE scope = :scope AND key = :key', {
      scope,
      key,
    });
  }

  keep(scope: string, key: string, fingerprint: string, answer: string, now: number): void {
    this.#database.run('DELETE FROM answers WHERE at < :before', { before: now - kept });
    this.#database.insert('answers', { scope, key, fingerprint, answer, at: now });
  }
}
