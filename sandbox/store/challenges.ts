import type { Database } from './database.js';

export interface ChallengeRow {
  readonly id: string;
  readonly account: string;
  readonly expiresAt: number;
  readonly answered: number;
  /** A keyed digest of the code that was sent last. */
  readonly smsCode: string | null;
  readonly smsSentAt: number | null;
}

/** Logins halfway: the password was right, the second factor is still wanted. */
export class Challenges {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(id: string): ChallengeRow | undefined {
    return this.#database.get('SELECT * FROM challenges WHERE id = :id', { id });
  }

  add(id: string, account: string, expiresAt: number, now: number): void {
    this.#database.run('DELETE FROM challenges WHERE expiresAt < :now', { now });
    this.#database.insert('challenges', { id, account, expiresAt, answered: 0, smsCode: null, smsSentAt: null });
  }

  smsSent(id: string, smsCode: string, now: number): void {
    this.#database.run('UPDATE challenges SET smsCode = :smsCode, smsSentAt = :now WHERE id = :id', {
      id,
      smsCode,
      now,
    });
  }

  answered(id: string): void {
    this.#database.run('UPDATE challenges SET answered = 1 WHERE id = :id', { id });
  }

  /** Logins that were begun with a password which is no longer good. */
  forget(account: string): void {
    this.#database.run('DELETE FROM challenges WHERE account = :account', { account });
  }

  /** False if the code of this time step was used before (RFC 6238, section 5.2). */
  useStep(account: string, step: number): boolean {
    // Three steps are acceptable at any moment; older ones need not be remembered.
    this.#database.run('DELETE FROM usedSteps WHERE account = :account AND step < :old', { account, old: step - 20 });
    return (
      this.#database.run('INSERT OR IGNORE INTO usedSteps (account, step) VALUES (:account, :step)', {
        account,
        step,
      }) === 1
    );
  }
}
