import type { Theme, UserKind, UserStatus } from '../../contract/portal.gen.js';
import type { AccountRow } from './accounts.js';
import type { Database } from './database.js';
import { slice, type Slice, type Sorted } from './keyset.js';

export interface MembershipRow {
  readonly client: number;
  readonly account: string;
  readonly kind: UserKind;
  readonly administrator: number;
  readonly permissions: string;
  readonly deactivated: number;
}

/** A login as the administrators of one client see it. */
export type UserRow = AccountRow & MembershipRow & { readonly lockedUntil: number | null };

export interface UserFilter {
  readonly status?: UserStatus | undefined;
  readonly administrator?: boolean | undefined;
  readonly theme?: Theme | undefined;
  readonly part?: string | undefined;
  readonly sort: 'userName' | 'lastName' | 'lastLoginAt' | 'createdAt';
  readonly order: 'asc' | 'desc';
}

const sortKeys = {
  userName: 'userNameKey',
  lastName: 'lastNameKey',
  lastLoginAt: 'lastLoginAt',
  createdAt: 'createdAt',
};

const users = `SELECT a.*, m.client, m.account, m.kind, m.administrator, m.permissions, m.deactivated,
    iif(t.lockedUntil > :now, t.lockedUntil, NULL) AS lockedUntil
  FROM memberships m JOIN accounts a ON a.id = m.account LEFT JOIN attempts t ON t.subject = a.id`;

const status = `CASE WHEN m.deactivated THEN 'deactivated' WHEN a.passwordHash IS NULL THEN 'invited'
  WHEN t.lockedUntil > :now THEN 'locked' ELSE 'active' END`;

/** Which login may do what for which client. */
export class Memberships {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  of(account: string, client: number): MembershipRow | undefined {
    return this.#database.get('SELECT * FROM memberships WHERE client = :client AND account = :account', {
      client,
      account,
    });
  }

  /** All clients of a login, those where it is deactivated included. */
  ofAccount(account: string): MembershipRow[] {
    return this.#database.all('SELECT * FROM memberships WHERE account = :account', { account });
  }

  user(client: number, account: string, now: number): UserRow | undefined {
    return this.#database.get(`${users} WHERE m.client = :client AND m.account = :account`, { client, account, now });
  }

  users(client: number, now: number, filter: UserFilter, page: Slice): (UserRow & Sorted)[] {
    const { administrator, theme, part, sort, order } = filter;
    const conditions = ['m.client = :client'];
    if (filter.status !== undefined) conditions.push(`${status} = :status`);
    if (administrator !== undefined) conditions.push(`m.administrator = ${administrator ? '1' : '0'}`);
    if (theme !== undefined) {
      conditions.push(`(m.administrator = 1 OR :theme IN (SELECT value FROM json_each(m.permissions)))`);
    }
    if (part !== undefined) conditions.push('instr(a.search, :part) > 0');
    const query = users.replace('SELECT a.*', `SELECT a.${sortKeys[sort]} AS sortKey, a.*`);
    const values = {
      client,
      now,
      ...(filter.status === undefined ? {} : { status: filter.status }),
      ...(theme === undefined ? {} : { theme }),
      ...(part === undefined ? {} : { part }),
    };
    return slice(this.#database, `${query} WHERE ${conditions.join(' AND ')}`, values, page, order);
  }

  /** Everything about a client's administrators that decides whether somebody can still administrate it. */
  administratorStates(client: number, now: number): string {
    const rows = this.#database.all<{ id: string; status: string; app: number; sms: number }>(
      `SELECT a.id, ${status} AS status, a.totpSecret IS NOT NULL AS app, a.mobileNumber IS NOT NULL AS sms FROM memberships m JOIN accounts a ON a.id = m.account
         LEFT JOIN attempts t ON t.subject = a.id
       WHERE m.client = :client AND m.administrator = 1 ORDER BY a.id`,
      { client, now },
    );
    return rows.map(({ id, status: state, app, sms }) => `${id}=${state}/${String(app)}${String(sms)}`).join(' ');
  }

  add(membership: MembershipRow): void {
    this.#database.insert('memberships', { ...membership });
  }

  permit(membership: Pick<MembershipRow, 'client' | 'account' | 'administrator' | 'permissions'>): void {
    const { client, account, administrator, permissions } = membership;
    this.#database.run(
      `UPDATE memberships SET administrator = :administrator, permissions = :permissions
       WHERE client = :client AND account = :account`,
      { client, account, administrator, permissions },
    );
  }

  setDeactivated(client: number, account: string, deactivated: boolean): void {
    this.#database.run(
      'UPDATE memberships SET deactivated = :deactivated WHERE client = :client AND account = :account',
      { client, account, deactivated: Number(deactivated) },
    );
  }
}
