import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomUUID, randomBytes } from 'node:crypto';
import { main } from '../../src/main.js';
import { undiciNetwork } from '../../src/platform/network.js';
import type { Env, Keychain, Network, Processes, World } from '../../src/platform/ports.js';
import { Secret } from '../../src/secret.js';
import { answering } from './answers.js';
import type { Answers } from './answers.js';
import { FakeClock } from './clock.js';
import { matchesSchema } from './result-schema.js';

/** What every desk makes its device keys of, so that tests know their name. */
export const deviceSeed = new Uint8Array(32).fill(9);
/** The thumbprint of that key. */
export const deviceKeyId = 'atZR63tNG3W2GhPpVleKnfrw1N7N6LAqOe5grE2SBR4';

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly env?: Env;
  /** Whether stdin, stdout and stderr are a terminal; none of them unless said so. */
  readonly terminal?: boolean | { readonly stdin?: boolean; readonly stdout?: boolean; readonly stderr?: boolean };
  /** How wide that is. */
  readonly columns?: number;
  readonly stdin?: string;
  /** Answers to the questions that may come; any other question fails the run. */
  readonly answers?: Answers;
  readonly interrupted?: AbortSignal;
  readonly cwd?: string;
}

/**
 * A person's desk: a configuration of its own, a keychain, a clock. `run` is the whole program in this process,
 * against a real network.
 */
export class Desk {
  readonly clock: FakeClock;
  readonly keychain = new MemoryKeychain();
  readonly home: string;
  /** Where the processes of the desk's user meet; not in the home. */
  readonly locks: string;
  readonly env: Record<string, string> = {};
  /** The authority of a sandbox’s TLS, PEM: what NODE_EXTRA_CA_CERTS would be for a process of its own. */
  authority: string | undefined;
  /** Replaces helper processes; without it using them fails. */
  processes: Processes | undefined;

  private constructor(home: string, clock: FakeClock) {
    this.home = home;
    this.locks = `${home}-locks`;
    this.clock = clock;
  }

  static async open(clock = new FakeClock()): Promise<Desk> {
    return new Desk(await mkdtemp(path.join(os.tmpdir(), 'connect-desk-')), clock);
  }

  async close(): Promise<void> {
    for (const folder of [this.home, this.locks]) await rm(folder, { recursive: true, force: true });
  }

  async run(line: string | readonly string[], circumstances: Circumstances = {}): Promise<Run> {
    const argv = typeof line === 'string' ? words(line) : [...line];
    const stdout = new Collected(isTerminal(circumstances.terminal, 'stdout'), circumstances.columns);
    const stderr = new Collected(isTerminal(circumstances.terminal, 'stderr'), circumstances.columns);
    const exitCode = await main(argv, this.#world(circumstances, stdout, stderr));
    const run = { exitCode, stdout: stdout.text, stderr: stderr.text };
    // Whatever is printed as JSON obeys the schema that is published for it, in every test.
    matchesSchema(argv, run);
    return run;
  }

  #world(circumstances: Circumstances, stdout: Collected, stderr: Collected): World {
    const env = { CONNECT_LANG: 'en', ...this.env, ...circumstances.env };
    const typed = Buffer.from(circumstances.stdin ?? '');
    const lines = typed.length === 0 ? [] : typed.toString().replace(/\n$/, '').split('\n');
    return {
      env,
      platform: 'linux',
      cwd: circumstances.cwd ?? this.home,
      home: this.home,
      locks: this.locks,
      program: path.resolve('bin/connect.js'),
      stdin: {
        isTTY: isTerminal(circumstances.terminal, 'stdin'),
        line: () => Promise.resolve(lines.shift()),
        // eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
        bytes: async function* () {
          yield typed;
        },
        close: () => undefined,
      },
      stdout,
      stderr,
      clock: this.clock,
      random: { bytes: (count) => (count === 32 ? deviceSeed : randomBytes(count)), uuid: () => randomUUID() },
      prompt: answering(circumstances.answers ?? []),
      network: trusting(this.authority, undiciNetwork(env)),
      keychain: this.keychain,
      processes: this.processes ?? noProcesses,
      interrupted: circumstances.interrupted ?? new AbortController().signal,
    };
  }
}

function trusting(authority: string | undefined, network: Network): Network {
  if (authority === undefined) return network;
  return { ...network, send: (request) => network.send({ ...request, tls: { authority, ...request.tls } }) };
}

/** A keychain that works, for tests that are about something else. */
export class MemoryKeychain implements Keychain {
  readonly entries = new Map<string, string>();

  get(account: string): Promise<Secret | undefined> {
    const text = this.entries.get(account);
    return Promise.resolve(text === undefined ? undefined : new Secret(text));
  }

  set(account: string, secret: Secret): Promise<void> {
    this.entries.set(account, secret.reveal());
    return Promise.resolve();
  }

  delete(account: string): Promise<boolean> {
    return Promise.resolve(this.entries.delete(account));
  }
}

class Collected {
  readonly isTTY: boolean;
  readonly columns: number;
  text = '';

  constructor(isTTY: boolean, columns = 120) {
    this.isTTY = isTTY;
    this.columns = columns;
  }

  write(text: string): Promise<void> {
    this.text += text;
    return Promise.resolve();
  }
}

function isTerminal(terminal: Circumstances['terminal'], stream: 'stdin' | 'stdout' | 'stderr'): boolean {
  return typeof terminal === 'object' ? terminal[stream] === true : terminal === true;
}

/** Splits a line as a shell would, double quotes included. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

const unused = (): never => {
  throw new Error('this test starts no process');
};

const noProcesses: Processes = {
  sandbox: { start: unused },
  run: unused,
  isAlive: unused,
  terminate: unused,
};
