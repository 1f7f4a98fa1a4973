import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
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
import { tlsMaterial } from '../../sandbox/tls/material.js';
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
  /** HTTPS, with certificates of its own. */
  readonly tls?: boolean;
  /** Another contract than ours. */
  readonly contractFile?: string;
  /** What the portal says it is. */
  readonly environment?: 'production' | 'test' | 'sandbox';
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
  if (settings.tls === true) await prepareTls(directory, clock);
  const exchanges: Exchange[] = [];
  opened += 1;
  // Another one each time: a sandbox that goes on in the same directory must not make the same names again.
  const random = new SeededRandom(`${directory} ${String(opened)}`);
  const sandbox = await openSandbox({
    directory,
    clock,
    random,
    passwordCost,
    tls: settings.tls === true,
    ...(settings.environment !== undefined && { environment: settings.environment }),
    ...(settings.contractFile !== undefined && { contractFile: settings.contractFile }),
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

let certificates: Promise<string> | undefined;

/** Keys take their time, so the tests of a file share them. */
async function prepareTls(directory: string, clock: FakeClock): Promise<void> {
  certificates ??= makeCertificates(clock);
  if (!existsSync(path.join(directory, 'tls'))) cpSync(await certificates, directory, { recursive: true });
}

async function makeCertificates(clock: FakeClock): Promise<string> {
  // Beside the template, which is removed at the end.
  const folder = mkdtempSync(path.join(path.dirname(inject('sandboxTemplate')), 'certificates-'));
  await tlsMaterial(folder, clock.now(), { bytes: (count) => randomBytes(count) });
  return folder;
}

function mismatches(exchange: Exchange, invalidRequests: 'forbidden' | 'refused'): string[] {
  const name = `${exchange.method} ${exchange.url} ${String(exchange.status)}`;
  const request = requestFaults(exchange).map((fault) => `${name}: request: ${fault}`);
  const answer = answerFaults(exchange).map((fault) => `${name}: answer: ${fault}`);
  const refused = invalidRequests === 'refused' && exchange.status >= 400;
  return refused ? answer : [...request, ...answer];
}
