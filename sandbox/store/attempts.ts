import { noAttempts, type Attempts } from '../rules/lock.js';
import { day } from '../rules/time.js';
import type { Database } from './database.js';

/**
 * Wrong answers, by subject: the id of a login, or a user name that nobody has. The second kind is what keeps user
 * names from being found out by trying.
 */
export class AttemptLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  of(subject: string): Attempts {
    const row = this.#database.get<Attempts>('SELECT failures, lockedUntil FROM attempts WHERE subject = :subject', {
      subject,
    });
    return row ?? noAttempts;
  }

  set(subject: string, { failures, lockedUntil }: Attempts, now: number): void {
    this.#database.run(
      'INSERT OR REPLACE INTO attempts (subject, failures, lockedUntil, at) VALUES (:subject, :failures, :lockedUntil, :at)',
      { subject, failures, lockedUntil, at: now },
    );
    // Names that nobody has would pile up for ever.
    this.#database.run(`DELETE FROM attempts WHERE subject LIKE '?%' AND at < :before`, { before: now - day });
  }

  forget(subject: string): void {
    this.#database.run('DELETE FROM attempts WHERE subject = :subject', { subject });
  }
}
