import type { Canton } from '../../contract/portal.gen.js';
import { fold } from '../rules/names.js';
import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface EmployeeRow {
  readonly id: string;
  readonly client: number;
  readonly ahvNumber: string | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly dateOfBirth: string;
  readonly sex: 'F' | 'M';
  readonly entry: string;
  readonly exit: string | null;
  readonly canton: Canton;
}

export class Employees {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(client: number, id: string): EmployeeRow | undefined {
    return this.#database.get('SELECT * FROM employees WHERE client = :client AND id = :id', { client, id });
  }

  /** By last name. */
  list(
    client: number,
    filter: { readonly employed?: boolean | undefined; readonly part?: string | undefined },
    today: string,
    page: Slice,
  ): (EmployeeRow & Sorted)[] {
    const { employed, part } = filter;
    const conditions = ['client = :client'];
    if (employed === true) conditions.push('entry <= :today AND (exit IS NULL OR exit >= :today)');
    if (employed === false) conditions.push('exit < :today');
    if (part !== undefined) conditions.push('instr(search, :part) > 0');
    const values = {
      client,
      ...(employed === undefined ? {} : { today }),
      ...(part === undefined ? {} : { part }),
    };
    const query = `SELECT *, lastNameKey AS sortKey FROM employees WHERE ${conditions.join(' AND ')}`;
    return slice(this.#database, query, values, page);
  }

  add(employee: EmployeeRow): void {
    const { firstName, lastName, ahvNumber } = employee;
    this.#database.insert('employees', {
      ...employee,
      lastNameKey: fold(`${lastName} ${firstName}`),
      search: fold([firstName, lastName, ahvNumber ?? ''].join('\n')),
    });
  }

  leave(id: string, exit: string): void {
    this.#database.run('UPDATE employees SET exit = :exit WHERE id = :id', { id, exit });
  }
}
