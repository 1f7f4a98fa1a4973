import type { Database } from './database.js';

export type LetterKind = 'letter' | 'sms' | 'email';

/** Something the portal has sent: what a learner would find in the letter box, on the phone, in the mail. */
export interface Sent {
  readonly fund: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly code: string | null;
  readonly client: string | null;
  readonly at: number;
}

export class Outbox {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add({ to, ...sent }: Sent): void {
    this.#database.insert('outbox', { ...sent, recipient: to });
  }

  /** In the order of sending. */
  list(kind: LetterKind | undefined, since: number): (Sent & { readonly id: number })[] {
    return this.#database.all(
      `SELECT id, kind, recipient AS "to", subject, text, code, at, fund, client FROM outbox
       WHERE at >= :since AND (:kind IS NULL OR kind = :kind) ORDER BY id`,
      { since, kind: kind ?? null },
    );
  }
}
