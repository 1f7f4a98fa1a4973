import type { Language } from '../../contract/portal.gen.js';
import { fold } from '../rules/names.js';
import type { Database, Values } from './database.js';

export interface RegistrationRow {
  readonly id: string;
  readonly codeRequest: string;
  readonly fund: string;
  readonly userName: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly state: 'e-mail-sent' | 'factor-pending' | 'complete';
  readonly expiresAt: number;
  /** A keyed digest. */
  readonly activationCode: string;
  readonly passwordHash: string | null;
  readonly mobileNumber: string | null;
  /** Sealed. */
  readonly totpSecret: string | null;
  /** A keyed digest. */
  readonly smsCode: string | null;
  readonly smsExpiresAt: number | null;
  readonly failures: number;
}

export type RegistrationWithClient = RegistrationRow & {
  readonly client: number;
  readonly clientNumber: string;
  readonly clientName: string;
};

export class Registrations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(registration: RegistrationRow): void {
    this.#database.insert('registrations', { ...registration, userNameKey: fold(registration.userName) });
  }

  byId(fund: string, id: string): RegistrationWithClient | undefined {
    return this.#database.get(
      `SELECT r.*, c.id AS client, c.number AS clientNumber, c.name AS clientName FROM registrations r
         JOIN codeRequests q ON q.id = r.codeRequest JOIN clients c ON c.id = q.client
       WHERE r.fund = :fund AND r.id = :id`,
      { fund, id },
    );
  }

  /** A registration whose password is chosen and whose second factor is not. */
  halfway(fund: string, userName: string, now: number): RegistrationRow | undefined {
    return this.#database.get(
      `SELECT * FROM registrations WHERE fund = :fund AND userNameKey = :key AND state = 'factor-pending'
         AND expiresAt > :now ORDER BY rowid DESC`,
      { fund, key: fold(userName), now },
    );
  }

  change(id: string, values: Partial<RegistrationRow>): void {
    const assignments = Object.keys(values).map((name) => `${name} = :${name}`);
    this.#database.run(`UPDATE registrations SET ${assignments.join(', ')} WHERE id = :id`, {
      ...(values as Values),
      id,
    });
  }
}
