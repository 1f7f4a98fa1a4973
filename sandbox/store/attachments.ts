import { day } from '../rules/time.js';
import type { Database } from './database.js';

export interface AttachmentRow {
  readonly id: string;
  readonly client: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: number;
  readonly referred: number;
}

const patience = day;

export class Attachments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(attachment: AttachmentRow): void {
    this.#database.insert('attachments', { ...attachment });
  }

  /** Undefined also if it was forgotten, because nothing referred to it for a day. */
  find(client: number, id: string, now: number): AttachmentRow | undefined {
    return this.#database.get(
      `SELECT * FROM attachments WHERE client = :client AND id = :id AND (referred = 1 OR createdAt > :since)`,
      { client, id, since: now - patience },
    );
  }

  refer(ids: readonly string[]): void {
    for (const id of ids) this.#database.run('UPDATE attachments SET referred = 1 WHERE id = :id', { id });
  }
}
