import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import {
  openSandbox,
  parseFault,
  stepAt,
  totp,
  totpSecretOf,
  type Exchange,
  type Fault,
  type Sandbox,
} from '../../sandbox/index.js';
import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { FakeClock } from './clock.js';
import { answerFaults, requestFaults } from './contract.js';

export interface SandboxSettings {
  readonly clock?: FakeClock;
  /** Tests of the sandbox itself send requests that do not fit the contract; those must be refused. */
  readonly invalidRequests?: 'forbidden' | 'refused';
  /** Of the passwords that are chosen in the test; by default they cost nearly nothing. */
  readonly passwordCost?: number;
  /** Continue what an earlier sandbox has left there. */
  readonly directory?: string;
}

/** A sandbox of the tests' own: real HTTP, invented people, and a clock that stands still. */
export interface TestSandbox extends Pick<Sandbox, 'outbox' | 'audit' | 'dump' | 'origin' | 'controlToken'> {
  readonly clock: FakeClock;
  readonly directory: string;
  /** Address of a fund's portal, as a client is told it. */
  portal(fund?: string): string;
  /** Everything that went over the wire so far. */
  readonly exchanges: readonly Exchange[];
  faults(...faults: readonly (Fault | string)[]): void;
  /** A code that the user's authenticator app shows and that was not handed out before; may move the clock. */
  totp(userName: string, fund?: string): string;
  /** The same for a secret that was enrolled in the test. */
  codeFor(secret: string): string;
  /** Ends it, and fails if any exchange did not fit the contract. */
  close(options?: { readonly keep?: boolean }): Promise<void>;
}

let opened = 0;

export async function startSandbox(settings: SandboxSettings = {}): Promise<TestSandbox> {
  const { clock = new FakeClock(), invalidRequests = 'forbidden', passwordCost = 2 } = settings;
  const directory = settings.directory ?? mkdtempSync(path.join(os.tmpdir(), 'connect-sandbox-'));
  if (settings.directory === undefined) copyFileSync(inject('sandboxTemplate'), path.join(directory, 'portal.db'));
  const exchanges: Exchange[] = [];
  opened += 1;
  // Another one each time: a sandbox that goes on in the same directory must not make the same names again.
  const random = new SeededRandom(`${directory} ${String(opened)}`);
  const sandbox = await openSandbox({
    directory,
    clock,
    random,
    passwordCost,
    observe: (exchange) => exchanges.push(exchange),
  });
  const handedOut = new Set<string>();

  const codeFor = (secret: string): string => {
    for (;;) {
      const now = stepAt(clock.now().getTime());
      const step = [now, now + 1].find((one) => !handedOut.has(`${secret} ${String(one)}`));
      if (step !== undefined) {
        handedOut.add(`${secret} ${String(step)}`);
        return totp(secret, step);
      }
      clock.advance(30_000);
    }
  };

  return {
    clock,
    directory,
    exchanges,
    origin: sandbox.origin,
    controlToken: sandbox.controlToken,
    outbox: (filter) => sandbox.outbox(filter),
    audit: () => sandbox.audit(),
    dump: () => sandbox.dump(),
    portal: (fund = '095') => `${sandbox.origin}/ak${fund}`,
    faults: (...faults) => {
      sandbox.faults(faults.map((fault) => (typeof fault === 'string' ? parseFault(fault) : fault)));
    },
    totp: (userName, fund = '095') => codeFor(totpSecretOf(fund, userName)),
    codeFor,
    close: async ({ keep = false } = {}) => {
      await sandbox.close();
      if (!keep) rmSync(directory, { recursive: true, force: true });
      const faults = [...sandbox.violations(), ...exchanges.flatMap((one) => mismatches(one, invalidRequests))];
      if (faults.length > 0) throw new Error(`not as the contract has it:\n${faults.join('\n')}`);
    },
  };
}

function mismatches(exchange: Exchange, invalidRequests: 'forbidden' | 'refused'): string[] {
  const name = `${exchange.method} ${exchange.url} ${String(exchange.status)}`;
  const request = requestFaults(exchange).map((fault) => `${name}: request: ${fault}`);
  const answer = answerFaults(exchange).map((fault) => `${name}: answer: ${fault}`);
  const refused = invalidRequests === 'refused' && exchange.status >= 400;
  return refused ? answer : [...request, ...answer];
}
