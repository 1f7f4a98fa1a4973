import { readFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { launchBinary } from '../support/binary.js';
import type { Ended, Running } from '../support/binary.js';
import { parsedCsv } from '../support/csv.js';
import { PortalClient } from '../support/portal-client.js';
import { startPractice } from '../support/practice.js';
import type { Practice } from '../support/practice.js';

const peoplePerClient = 5;

interface AuditEntry {
  readonly operation: string;
  readonly outcome: string;
  readonly client: string;
  readonly subject: string;
}

type Row = Readonly<Record<string, unknown>>;

/** A fiduciary with many clients whose people leave, the real program that offboards them, and a hand on the portal. */
export class Offboarding {
  readonly practice: Practice;
  readonly control: PortalClient;
  readonly clients: readonly string[];

  private constructor(practice: Practice, clients: readonly string[]) {
    this.practice = practice;
    this.clients = clients;
    const file = readFileSync(path.join(practice.place, 'portal', 'control.json'), 'utf8');
    const { origin, controlToken } = JSON.parse(file) as { origin: string; controlToken: string };
    this.control = new PortalClient(`${origin}/_sandbox`, controlToken);
  }

  static async open(count: number): Promise<Offboarding> {
    const practice = await startPractice(['--scale', `clients=${count},people=${peoplePerClient}`]);
    const env = await practice.secretsOf('sara.treuhand');
    const login = await practice.connect(['login', practice.portal(), '-u', 'sara.treuhand', '-q'], { env });
    if (login.exitCode !== 0) throw new Error(login.stderr);
    return new Offboarding(
      practice,
      Array.from({ length: count }, (_, index) => `${50_001 + index}.00`),
    );
  }

  close(): Promise<void> {
    return this.practice.close();
  }

  get file(): string {
    return path.join(this.practice.place, 'leavers.csv');
  }

  /** Writes a file of leavers, one row in twenty bad, and tells which are good. */
  async writeRows(count: number, random: SeededRandom): Promise<readonly string[]> {
    const good: string[] = [];
    const rows = Array.from({ length: count }, (_, index) => {
      const client = this.clients[index % this.clients.length] ?? '';
      const place = Math.floor(index / this.clients.length);
      // The administrator of a client leaves, too: the fiduciary stays.
      const user = place === 0 ? `admin.${client.slice(0, 5)}` : `person.${client.slice(0, 5)}.${place}`;
      if (index % 20 === 7)
        return random.pick([`${client};nobody.${index}`, `99999.00;${user}`, `${client};`, `${client};sara.treuhand`]);
      good.push(`${client} ${user}`);
      return `${client};${user}`;
    });
    await writeFile(this.file, `\ufeffMandant;Benutzer\r\n${rows.join('\r\n')}\r\n`);
    return good;
  }

  start(...more: readonly string[]): Running {
    const line = ['users', 'deactivate', ...more, '--yes', '--concurrency', '8', '--fields', 'line,outcome'];
    return launchBinary(line, { env: this.practice.env });
  }

  async faults(...faults: readonly object[]): Promise<void> {
    const { status } = await this.control.send('PUT', '/faults', faults);
    if (status !== 200) throw new Error(`the portal takes no such faults: ${JSON.stringify(faults)}`);
  }

  /** The only run that there is; undefined before it has begun. */
  async run(): Promise<string | undefined> {
    return (await readdir(this.#runs).catch(() => []))[0];
  }

  /** Kills a process as soon as so many bytes more are in the journal; tells how it ended. */
  async killAfter(bytes: number, running: Running): Promise<Ended> {
    const before = await this.#journalBytes();
    const { child, ended } = running;
    while (child.exitCode === null && (await this.#journalBytes()) < before + bytes) await pause(5);
    child.kill('SIGKILL');
    return ended;
  }

  /** Every deactivation that the portal has made, as its audit log has it. */
  async deactivations(): Promise<readonly string[]> {
    const audit = (await this.control.get('/audit')).body as readonly AuditEntry[];
    return audit
      .filter(({ operation, outcome }) => operation === 'deactivateUser' && outcome === '200')
      .map(({ client, subject }) => `${client} ${subject}`);
  }

  /** Clients of the campaign without anybody who can administrate them, by the portal's own tables. */
  async lockedOut(): Promise<readonly string[]> {
    const tables = (await this.control.get('/dump')).body as Readonly<Record<string, readonly Row[]>>;
    const { clients = [], memberships = [], accounts = [] } = tables;
    const able = new Set(
      accounts
        .filter((one) => one['lastLoginAt'] != null && (one['totpSecret'] ?? one['mobileNumber']) != null)
        .map(({ id }) => id),
    );
    const administrated = new Set(
      memberships
        .filter((one) => one['administrator'] === 1 && one['deactivated'] === 0 && able.has(one['account']))
        .map(({ client }) => client),
    );
    return clients
      .filter(({ id, number }) => this.clients.includes(String(number)) && !administrated.has(id))
      .map(({ number }) => String(number));
  }

  async violations(): Promise<unknown> {
    return ((await this.control.get('/status')).body as { violations: unknown }).violations;
  }

  /** The rows of the files of results, without their headings: line, client and user. */
  async results(run: string): Promise<Readonly<Record<'succeeded' | 'failed' | 'unprocessed', readonly string[][]>>> {
    const read = async (name: string): Promise<string[][]> => {
      const text = await readFile(path.join(this.practice.place, `leavers.${run}`, `${name}.csv`), 'utf8');
      return parsedCsv(text.replace(/^\ufeff/, '').replaceAll(';', ','))
        .slice(1)
        .map((fields) => [...fields]);
    };
    const [succeeded, failed, unprocessed] = await Promise.all(['succeeded', 'failed', 'unprocessed'].map(read));
    return { succeeded: succeeded ?? [], failed: failed ?? [], unprocessed: unprocessed ?? [] };
  }

  get #runs(): string {
    return path.join(this.practice.place, 'config', 'state', 'runs');
  }

  async #journalBytes(): Promise<number> {
    const run = await this.run();
    if (run === undefined) return 0;
    return stat(path.join(this.#runs, run, 'lines.ndjson')).then(
      ({ size }) => size,
      () => 0,
    );
  }
}
