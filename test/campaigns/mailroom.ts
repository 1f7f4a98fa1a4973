import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeclarationEntry as JournalEntry } from '../../src/journal/receipt-entry.js';
import { Sealer } from '../../src/platform/sealed-document.js';
import { Secret } from '../../src/secret.js';
import { Database } from '../../sandbox/store/database.js';
import { launchBinary, privatePlace } from '../support/binary.js';
import type { Ended, Running } from '../support/binary.js';
import { buildElm } from '../support/elm.js';
import { ended, startProcess } from '../support/sandbox-process.js';
import type { SandboxProcess } from '../support/sandbox-process.js';

/** A file that is to be handed in once. Its name and its content are those of no other. */
export interface Letter {
  readonly file: string;
  readonly client: string;
  readonly year: number;
  readonly test: boolean;
}

/** A row of the portal's, as its control endpoint dumps it. */
export interface Held {
  readonly id: string;
  readonly fileName: string;
  readonly receipt: string;
}

const firstYear = 2014;
const years = 12;

/** A fiduciary with many clients, the real program, and a real portal in a process of its own. */
export class Mailroom {
  readonly place: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #remove: () => Promise<void>;
  readonly #clients: number;
  readonly #port: number;
  #portal: SandboxProcess;

  private constructor(
    own: Awaited<ReturnType<typeof privatePlace>>,
    [portal, port]: readonly [SandboxProcess, number],
    clients: number,
  ) {
    this.place = own.place;
    this.#env = own.env;
    this.#remove = own.remove;
    this.#portal = portal;
    this.#port = port;
    this.#clients = clients;
  }

  /** @param letters how many there will be at most; each has a year of a client to itself */
  static async open(letters: number): Promise<Mailroom> {
    const clients = Math.ceil(letters / years);
    const own = await privatePlace();
    const port = await freePort();
    const portal = await startProcess(path.join(own.place, 'portal'), ...portAt(port), '--scale', `clients=${clients}`);
    const room = new Mailroom(own, [portal, port], clients);
    await room.#signIn();
    return room;
  }

  async close(): Promise<void> {
    await ended(this.#portal, 'SIGTERM');
    await this.#remove();
  }

  /** The next file to be handed in; every fifth is a test. */
  async letter(number: number): Promise<Letter> {
    const client = `${String(50_001 + (number % this.#clients))}.00`;
    const year = firstYear + Math.floor(number / this.#clients);
    const test = number % 5 === 4;
    const file = path.join(this.place, 'files', `lohn-${number}.xml`);
    const persons = 1 + (number % 3);
    await writeFile(file, buildElm({ fund: '095', member: client, year, persons, company: `Nr. ${number}` }));
    return { file, client, year, test };
  }

  upload({ file, client, test }: Letter, ...options: readonly string[]): Running {
    return this.#run('salary', 'upload', file, '-c', client, ...(test ? ['--test'] : []), '-o', 'json', ...options);
  }

  reconcile(): Running {
    return this.#run('salary', 'reconcile', '-o', 'json');
  }

  async faults(...faults: readonly object[]): Promise<void> {
    const { status } = await this.#portal.control.send('PUT', '/faults', faults);
    if (status !== 200) throw new Error(`the portal takes no such faults: ${JSON.stringify(faults)}`);
  }

  /** Names of the intents whose outcome is open. */
  async pending(): Promise<readonly string[]> {
    const names = await readdir(this.#state('intents')).catch(() => []);
    return names.filter((name) => name.endsWith('.json'));
  }

  /** What the portal holds of a file, by its name: whether it has seen the content before is for the portal to find out. */
  async held({ file }: Pick<Letter, 'file'>): Promise<readonly Held[]> {
    return (await this.everything()).filter(({ fileName }) => fileName === path.basename(file));
  }

  /** All that came from here. */
  async everything(): Promise<readonly Held[]> {
    const { declarations } = (await this.#portal.control.get('/dump')).body as { declarations: readonly Held[] };
    return declarations.filter(({ fileName }) => fileName.startsWith('lohn-'));
  }

  /** Each receipt of the portal for what came from here, named by its declaration and its number. */
  async receiptsGiven(): Promise<readonly string[]> {
    return (await this.everything()).map(({ id, receipt }) => `${id} ${numberOf(receipt)}`).sort();
  }

  /** The same of the receipts in the journal of this computer, as often as they stand there. */
  async receiptsKept(): Promise<readonly string[]> {
    const names = await readdir(this.#state('receipts')).catch(() => []);
    const years = names.filter((name) => name.endsWith('.jsonl'));
    const texts = await Promise.all(years.map((name) => readFile(this.#state('receipts', name), 'utf8')));
    const entries = texts.flatMap((text) => text.split('\n').slice(0, -1)).map((line) => JSON.parse(line) as Entry);
    return entries.map(({ declaration, receipt }) => `${declaration} ${receipt.number}`).sort();
  }

  verifyReceipts(): Running {
    return this.#run('receipts', 'verify', '-o', 'json');
  }

  /** Answers of the portal that did not fit the contract. */
  async violations(): Promise<readonly string[]> {
    return ((await this.#portal.control.get('/status')).body as { violations: readonly string[] }).violations;
  }

  /** Lets a crash take what this computer knows of its uploads. */
  async forgetIntents(): Promise<void> {
    await rm(this.#state('intents'), { recursive: true, force: true });
  }

  /** The same of the receipts that this computer keeps. */
  async forgetReceipts(): Promise<void> {
    await rm(this.#state('receipts'), { recursive: true, force: true });
  }

  /** Writes the last receipt of a year down a second time, as no run ever may. */
  async repeatReceipt({ year }: Letter): Promise<void> {
    const file = this.#state('receipts', `${year}.jsonl`);
    const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
    await writeFile(file, [...lines, lines.at(-1), ''].join('\n'));
  }

  /** Makes the portal one that does not recognise a file by its content, nor, if so, a submission by its key. */
  async blindPortal({ keys }: { readonly keys: boolean }): Promise<void> {
    await ended(this.#portal, 'SIGTERM');
    const directory = path.join(this.place, 'portal');
    const database = new Database(path.join(directory, 'portal.db'));
    database.run("UPDATE declarations SET sha256 = 'forgotten'");
    if (keys) database.run('DELETE FROM answers');
    database.close();
    this.#portal = await startProcess(directory, ...portAt(this.#port));
  }

  #run(...args: readonly string[]): Running {
    return launchBinary(args, { env: this.#env });
  }

  #state(...names: readonly string[]): string {
    return path.join(this.place, 'config', 'state', ...names);
  }

  async #signIn(): Promise<void> {
    await mkdir(path.join(this.place, 'files'), { recursive: true });
    const personas = (await this.#portal.control.get('/personas')).body as readonly Persona[];
    const sara = personas.find(({ userName, fund }) => userName === 'sara.treuhand' && fund === '095');
    const [password, seed] = [path.join(this.place, 'password'), path.join(this.place, 'seed')];
    await writeFile(password, sara?.password ?? '', { mode: 0o600 });
    await writeFile(seed, sara?.totpSecret ?? '', { mode: 0o600 });
    const portal = this.#portal.line.funds.find(({ fund }) => fund === '095')?.portal ?? '';
    const env = { ...this.#env, CONNECT_PASSWORD_FILE: password, CONNECT_TOTP_SECRET_FILE: seed };
    const login = await launchBinary(['login', portal, '-u', 'sara.treuhand', '-q'], { env }).ended;
    if (login.exitCode !== 0) throw new Error(login.stderr);
    await this.#cheapen();
  }

  /** The key of the credential file costs a third of a second of every run; here it protects nothing. */
  async #cheapen(): Promise<void> {
    const file = this.#state('credentials.enc');
    const sealer = new Sealer(new Secret((await readFile(path.join(this.place, 'passphrase'), 'utf8')).trim()));
    const document = await readFile(file, 'utf8');
    const { kdf, ...rest } = JSON.parse(document) as { readonly kdf: object };
    const cheap = JSON.stringify({ ...rest, kdf: { ...kdf, N: 2, r: 1, p: 1 } });
    await writeFile(file, await sealer.seal(await sealer.open(document), cheap), { mode: 0o600 });
  }
}

type Entry = Pick<JournalEntry, 'declaration' | 'receipt'>;

const numberOf = (receipt: string): string => (JSON.parse(receipt) as Entry['receipt']).number;

interface Persona {
  readonly fund: string;
  readonly userName: string;
  readonly password: string;
  readonly totpSecret: string | null;
}

const portAt = (port: number): readonly string[] => ['--port', String(port)];

/** The portal comes back at the same address after it was stopped. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Resolves as soon as something is so, or a process has ended. */
export async function until(condition: () => Promise<boolean>, { child }: Running): Promise<void> {
  while (child.exitCode === null && !(await condition())) await pause(2);
}

export type { Ended };
