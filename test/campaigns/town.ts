import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { stepAt, totp, totpSecretOf } from '../../sandbox/index.js';
import { openPortal } from '../../sandbox/open.js';
import { portOf, serve, stop } from '../../sandbox/http/server.js';
import type { Portal } from '../../sandbox/portal.js';
import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import type { Database } from '../../sandbox/store/database.js';
import { FakeClock } from '../support/clock.js';
import { password } from '../support/office.js';

/** How somebody is invented: the state of the login, and what it is at which client. */
export interface Invented {
  readonly userName: string;
  readonly state: 'active' | 'deactivated' | 'locked' | 'invited';
  readonly methods: readonly ('otp' | 'sms')[];
  /** By client number: whether it administrates it. */
  readonly at: ReadonlyMap<string, { readonly administrator: boolean; readonly kind: 'employee' | 'fiduciary' }>;
}

const minute = 60_000;

/** One sandbox over real HTTP for as many clients as a campaign invents, and its database to look into. */
export class Town {
  readonly clock: FakeClock;
  readonly database: Database;
  readonly #portal: Portal;
  readonly #server: Server;
  readonly #directory: string;
  readonly #steps = new Map<string, number>();
  readonly #passwordHash: string;

  private constructor(clock: FakeClock, portal: Portal, server: Server, directory: string, passwordHash: string) {
    this.clock = clock;
    this.#portal = portal;
    this.#server = server;
    this.#directory = directory;
    this.database = portal.store.database;
    this.#passwordHash = passwordHash;
  }

  static async open(): Promise<Town> {
    const directory = mkdtempSync(path.join(os.tmpdir(), 'connect-town-'));
    copyFileSync(inject('sandboxTemplate'), path.join(directory, 'portal.db'));
    const clock = new FakeClock();
    const random = new SeededRandom(directory);
    // What is tried here is who may do what, not how dear a password is to guess.
    const portal = await openPortal({ directory, clock, random, passwordCost: 2 });
    // Nor what survives a power failure.
    portal.store.database.exec('PRAGMA synchronous = OFF');
    // Months go by here, and nobody waits for a night of maintenance.
    portal.store.database.run(`DELETE FROM meta WHERE name = 'maintenance'`);
    const server = await serve(portal, 0, undefined);
    return new Town(clock, portal, server, directory, await portal.passwords.hash(password));
  }

  /** Ends it, and fails if any answer did not fit the contract. */
  async close(): Promise<void> {
    await stop(this.#server);
    this.database.close();
    rmSync(this.#directory, { recursive: true, force: true });
    if (this.#portal.violations.length > 0) throw new Error(this.#portal.violations.join('\n'));
  }

  address(fund: string): string {
    return `http://127.0.0.1:${portOf(this.#server)}/ak${fund}`;
  }

  found(fund: string, number: string, name: string): void {
    const { id: _id, ...model } = this.#portal.store.clients.byNumber('095', '10001.00') ?? { id: 0 };
    this.database.insert('clients', { ...model, fund, number, name, search: name.toLowerCase() });
  }

  settle(fund: string, { userName, state, methods, at }: Invented): void {
    const { store, secret } = this.#portal;
    const now = this.clock.now().getTime();
    const id = `usr_${userName.replaceAll('.', '')}`;
    const isInvited = state === 'invited';
    store.accounts.add({
      id,
      fund,
      userName,
      email: `${userName}@town.example`,
      firstName: userName,
      lastName: 'Town',
      language: 'de',
      mobileNumber: methods.includes('sms') || isInvited ? '+41791234567' : null,
      passwordHash: isInvited ? null : this.#passwordHash,
      passwordChangedAt: null,
      totpSecret: methods.includes('otp') && !isInvited ? secret.seal(totpSecretOf(fund, userName)) : null,
      createdAt: now - 1000 * minute,
      lastLoginAt: isInvited ? null : now - 500 * minute,
    });
    for (const [number, { administrator, kind }] of at) {
      store.memberships.add({
        client: store.clients.byNumber(fund, number)?.id ?? 0,
        account: id,
        kind,
        administrator: Number(administrator),
        permissions: '["messages"]',
        deactivated: Number(state === 'deactivated'),
      });
    }
    if (state === 'locked') store.attempts.set(id, { failures: 5, lockedUntil: now + 50 * minute }, now);
    if (isInvited) store.enrolments.invite(id, secret.mac('activation', activationCode), now + 100_000 * minute);
  }

  /** Enrols the app whose codes `codeOf` shows, as the portal's own pages would. */
  enrol(fund: string, userName: string): void {
    const { accounts } = this.#portal.store;
    const account = accounts.byName(fund, userName);
    if (account?.passwordHash == null) return;
    accounts.setTotpSecret(account.id, this.#portal.secret.seal(totpSecretOf(fund, userName)));
  }

  hasApp(fund: string, userName: string): boolean {
    return this.#portal.store.accounts.byName(fund, userName)?.totpSecret != null;
  }

  /** A code of somebody's app that was not used before; may move the clock. */
  codeOf(fund: string, userName: string): string {
    const step = Math.max(this.#now(), (this.#steps.get(`${fund} ${userName}`) ?? 0) + 1);
    while (step > this.#now() + 1) this.clock.advance(30_000);
    this.#steps.set(`${fund} ${userName}`, step);
    return totp(totpSecretOf(fund, userName), step);
  }

  lastCode(kind: 'sms' | 'email'): string {
    const sql = 'SELECT code FROM outbox WHERE kind = :kind ORDER BY id DESC LIMIT 1';
    return this.database.get<{ code: string }>(sql, { kind })?.code ?? '';
  }

  #now(): number {
    return stepAt(this.clock.now().getTime());
  }
}

/** Of everybody who is invented as invited. */
export const activationCode = 'ABCD-1234';
