import type { Language, Method } from '../../contract/portal.gen.js';
import { fold } from '../rules/names.js';
import type { Database, Values } from './database.js';

export interface AccountRow {
  readonly id: string;
  readonly fund: string;
  readonly userName: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly mobileNumber: string | null;
  /** Null until the invitation is accepted. */
  readonly passwordHash: string | null;
  readonly passwordChangedAt: number | null;
  /** Sealed. */
  readonly totpSecret: string | null;
  readonly createdAt: number;
  readonly lastLoginAt: number | null;
}

export type Identity = Pick<AccountRow, 'userName' | 'email' | 'firstName' | 'lastName' | 'language' | 'mobileNumber'>;

const passwordsRemembered = 5;

/** A login at one fund: one name, one password, and as many clients as it has memberships. */
export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(id: string): AccountRow | undefined {
    return this.#database.get('SELECT * FROM accounts WHERE id = :id', { id });
  }

  byName(fund: string, userName: string): AccountRow | undefined {
    const key = fold(userName);
    return this.#database.get('SELECT * FROM accounts WHERE fund = :fund AND userNameKey = :key', { fund, key });
  }

  byEmail(fund: string, email: string): AccountRow | undefined {
    const key = fold(email);
    return this.#database.get('SELECT * FROM accounts WHERE fund = :fund AND emailKey = :key', { fund, key });
  }

  add(account: AccountRow): void {
    this.#database.insert('accounts', { ...account, ...keys(account) });
  }

  identify(id: string, identity: Identity): void {
    const { userName, email, firstName, lastName, language, mobileNumber } = identity;
    this.#update(id, { userName, email, firstName, lastName, language, mobileNumber, ...keys(identity) });
  }

  setPassword(id: string, passwordHash: string, now: number): void {
    this.#update(id, { passwordHash, passwordChangedAt: now });
    this.#database.insert('formerPasswords', { account: id, hash: passwordHash, setAt: now });
  }

  lastPasswords(id: string): string[] {
    return this.#database
      .all<{ hash: string }>(
        `SELECT hash FROM formerPasswords WHERE account = :id ORDER BY setAt DESC, rowid DESC LIMIT ${String(passwordsRemembered)}`,
        { id },
      )
      .map(({ hash }) => hash);
  }

  setTotpSecret(id: string, totpSecret: string | null): void {
    this.#update(id, { totpSecret });
  }

  loggedIn(id: string, now: number): void {
    this.#update(id, { lastLoginAt: now });
  }

  #update(id: string, values: Values): void {
    const assignments = Object.keys(values).map((name) => `${name} = :${name}`);
    this.#database.run(`UPDATE accounts SET ${assignments.join(', ')} WHERE id = :id`, { ...values, id });
  }
}

/** Second factors, as the contract orders them. */
export function methodsOf(account: Pick<AccountRow, 'totpSecret' | 'mobileNumber'>): ('otp' | 'sms')[] {
  const otp = account.totpSecret === null ? [] : (['otp'] as const);
  return [...otp, ...(account.mobileNumber === null ? [] : (['sms'] as const))] satisfies Method[];
}

/** What names are compared, sorted and searched by. */
export function keys({ userName, email, firstName, lastName }: Identity): Values {
  return {
    userNameKey: fold(userName),
    emailKey: fold(email),
    lastNameKey: fold(`${lastName} ${firstName}`),
    search: fold([userName, firstName, lastName, email].join('\n')),
  };
}
