import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';

type Value = string | number | bigint | null | Uint8Array;
export type Values = Readonly<Record<string, Value>>;

/** The database file is held by another process. */
export class DatabaseInUse extends Error {}

/** A thin layer over SQLite: statements are prepared once, transactions can't be left open. */
export class Database {
  readonly #connection: DatabaseSyncInstance;
  readonly #statements = new Map<string, StatementSyncInstance>();
  #inTransaction = false;

  constructor(file: string) {
    this.#connection = new DatabaseSync(file, { timeout: 0 });
    try {
      // The lock belongs to the process, so it is gone after `kill -9`; FULL, so that what was confirmed stays.
      this.#connection.exec(`
        PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON; BEGIN IMMEDIATE; COMMIT;`);
    } catch (cause) {
      this.#connection.close();
      if (cause instanceof Error && /locked|busy/i.test(cause.message)) throw new DatabaseInUse(file, { cause });
      throw cause;
    }
  }

  // The row's type is the query's secret: who writes the one knows the other.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as said above
  get<Row>(sql: string, values: Values = {}): Row | undefined {
    return this.#prepared(sql).get(values) as Row | undefined;
  }

  all<Row>(sql: string, values: Values = {}): Row[] {
    return this.#prepared(sql).all(values) as Row[];
  }

  /** How many rows were changed. */
  run(sql: string, values: Values = {}): number {
    return this.#prepared(sql).run(values).changes;
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Lets a rule that is written in TypeScript be asked from SQL. */
  define(name: string, rule: (...values: never[]) => string): void {
    this.#connection.function(name, { deterministic: true, varargs: true }, rule as (...values: unknown[]) => string);
  }

  /** Inserts one row; the names of the values are the names of the columns. */
  insert(table: string, values: Values): void {
    const names = Object.keys(values);
    this.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
      values,
    );
  }

  /** All or nothing. A transaction within a transaction is part of the outer one. */
  transaction<T>(act: () => T): T {
    if (this.#inTransaction) return act();
    this.#connection.exec('BEGIN IMMEDIATE');
    this.#inTransaction = true;
    try {
      const result = act();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.#connection.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  /** Leaves one file that can be copied. */
  close(): void {
    this.#statements.clear();
    // The connection lives on until the garbage collector has found its statements: it must let go of the file now.
    this.#connection.exec(`PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL;
      SELECT count(*) FROM sqlite_schema;`);
    this.#connection.close();
  }

  #prepared(sql: string): StatementSyncInstance {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
