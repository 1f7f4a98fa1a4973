import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encryptedFileStore } from '../../src/platform/encrypted-file.js';
import type { CredentialStore } from '../../src/platform/ports.js';
import { Secret } from '../../src/secret.js';
import { fromSecret, toSecret } from '../../src/session/stored-session.js';
import type { StoredSession } from '../../src/session/stored-session.js';
import { launchBinary } from '../support/binary.js';
import type { Ended, Running } from '../support/binary.js';
import { PortalClient } from '../support/portal-client.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

const minute = 60_000;
/** Of the twelve hours that a session lives; each expiry costs more than ten minutes of them. */
const expiriesOfASession = 60;

interface AuditEntry {
  readonly id: number;
  readonly operation: string;
  readonly outcome: string;
}

/** Many real processes of one user who is signed in at a real portal, and a hand on the portal's clock. */
export class Crowd {
  readonly practice: Practice;
  readonly control: PortalClient;
  readonly store: CredentialStore;
  /** What `users list -o json` prints when all is well. */
  expected: Ended = { exitCode: 0, stdout: '', stderr: '' };
  #expiries = 0;

  private constructor(practice: Practice) {
    this.practice = practice;
    const file = readFileSync(path.join(practice.place, 'portal', 'control.json'), 'utf8');
    const { origin, controlToken } = JSON.parse(file) as { origin: string; controlToken: string };
    this.control = new PortalClient(`${origin}/_sandbox`, controlToken);
    const passphrase = readFileSync(path.join(practice.place, 'passphrase'), 'utf8').trim();
    const credentials = path.join(practice.place, 'config', 'state', 'credentials.enc');
    this.store = encryptedFileStore(credentials, () => Promise.resolve(new Secret(passphrase)));
  }

  static async open(): Promise<Crowd> {
    const crowd = new Crowd(await startPractice());
    await crowd.#signIn();
    return crowd;
  }

  get account(): string {
    return `${this.practice.portal()} anna.muster`;
  }

  close(): Promise<void> {
    return this.practice.close();
  }

  start(...options: readonly string[]): Running {
    return launchBinary(['users', 'list', '-o', 'json', ...options], { env: this.practice.env });
  }

  /**
   * Lets ten minutes pass at the portal, so that it takes the access token for expired. This computer takes it for good
   * still, unless told the same.
   */
  async expire({ known }: { readonly known: boolean }): Promise<void> {
    if (this.#expiries >= expiriesOfASession) await this.#signIn();
    this.#expiries += 1;
    const { now } = (await this.control.get('/clock')).body as { now: string };
    await this.#setClock(new Date(Date.parse(now) + 10 * minute));
    const session = await this.session();
    if (known && session !== undefined)
      await this.store.set(this.account, toSecret({ ...session, accessTokenExpiresAt: new Date(0) }));
  }

  async session(): Promise<StoredSession | undefined> {
    const secret = await this.store.get(this.account);
    return secret === undefined ? undefined : fromSecret(secret);
  }

  async faults(...faults: readonly object[]): Promise<void> {
    const { status } = await this.control.send('PUT', '/faults', faults);
    if (status !== 200) throw new Error(`the portal takes no such faults: ${JSON.stringify(faults)}`);
  }

  /** Outcomes of the renewals that the portal has seen after an entry of its audit log. */
  async renewals(after: number): Promise<readonly string[]> {
    const entries = (await this.#audit()).filter(({ id }) => id > after);
    return entries.filter(({ operation }) => operation === 'refreshSession').map(({ outcome }) => outcome);
  }

  async lastEntry(): Promise<number> {
    return (await this.#audit()).at(-1)?.id ?? 0;
  }

  async #audit(): Promise<readonly AuditEntry[]> {
    return (await this.control.get('/audit')).body as readonly AuditEntry[];
  }

  async #setClock(now: Date): Promise<void> {
    await this.control.send('PUT', '/clock', { now: now.toISOString() });
  }

  async #signIn(): Promise<void> {
    // A code is good once, so the next one is waited for; the first login finds none used.
    if (this.#expiries > 0) await pause(30_000 - (Date.now() % 30_000) + 100);
    this.#expiries = 0;
    await this.#setClock(new Date());
    const env = await this.practice.secretsOf('anna.muster');
    const login = await this.practice.connect(['login', this.practice.portal(), '-u', 'anna.muster', '-q'], { env });
    if (login.exitCode !== 0) throw new Error(login.stderr);
    this.expected = await this.start().ended;
    if (this.expected.exitCode !== 0) throw new Error(this.expected.stderr);
  }
}
