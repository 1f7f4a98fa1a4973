import type { Database } from './database.js';

/** Single values: secrets, the clock's offset, what the database was filled with. */
export class Meta {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get(name: string): string | undefined {
    return this.#database.get<{ value: string }>('SELECT value FROM meta WHERE name = :name', { name })?.value;
  }

  set(name: string, value: string): void {
    this.#database.run('INSERT OR REPLACE INTO meta (name, value) VALUES (:name, :value)', { name, value });
  }

  /** 1, 2, 3 … for each name. */
  next(sequence: string): number {
    const row = this.#database.get<{ value: number }>(
      `INSERT INTO sequences (name, value) VALUES (:sequence, 1)
       ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
      { sequence },
    );
    return row?.value ?? 1;
  }
}
