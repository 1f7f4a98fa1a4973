import { randomUUID } from 'node:crypto';
import { undiciNetwork } from '../../src/platform/network.js';
import type { Client, User } from '../../contract/portal.gen.js';
import { stateOf } from '../../src/access/access-plan.js';
import type { PlanStep, UserState } from '../../src/access/access-plan.js';
import { all } from '../../src/api/paging.js';
import { openPortal } from '../../src/api/portal.js';
import type { Portal } from '../../src/api/portal.js';
import { portalAddress } from '../../src/config/portal-address.js';
import { ConnectError } from '../../src/errors.js';
import { newRunId, runJournal } from '../../src/journal/runs.js';
import type { RunLine } from '../../src/journal/runs.js';
import { runPlan } from '../../src/operations/run-plan.js';
import type { PlanDriver, StepOutcome } from '../../src/operations/run-plan.js';
import { Secret } from '../../src/secret.js';
import { emptyFolder } from './folder.js';
import { password } from './office.js';
import { signedIn } from './portal-client.js';
import type { TestSandbox } from './sandbox.js';

/** A driver of plans at a sandbox, without the program around it. */
export interface PlanBench {
  readonly portal: Portal;
  readonly client: Client;
  /** Once the session has run out. */
  signInAgain(): Promise<void>;
  user(userName: string): Promise<User>;
  /** A step about somebody as he is now. */
  edit(id: string, userName: string, wanted: Partial<Omit<UserState, 'deactivated'>>): Promise<PlanStep>;
  deactivate(id: string, userName: string): Promise<PlanStep>;
  reactivate(id: string, userName: string): Promise<PlanStep>;
  /** Begins a run. */
  begin(): Promise<string>;
  drive(run: string, steps: readonly PlanStep[], more?: Partial<PlanDriver>): Promise<readonly StepOutcome[]>;
  lines(run: string): Promise<readonly RunLine[]>;
}

export async function planBench(sandbox: TestSandbox, actor = 'anna.muster', number = '10001.00'): Promise<PlanBench> {
  let { token = '' } = await signedIn(sandbox, actor);
  const random = { bytes: (count: number) => new Uint8Array(count), uuid: () => randomUUID() };
  const { clock } = sandbox;
  const portal = openPortal({
    address: portalAddress(sandbox.portal()),
    network: undiciNetwork({}),
    clock,
    random,
    language: 'en',
    timeoutMs: 10_000,
    authorizer: {
      token: () => Promise.resolve(new Secret(token)),
      replace: () => Promise.reject(new ConnectError('session-revoked')),
    },
  });
  const client = (await all(portal.clients.list())).find((one) => one.number === number);
  if (client === undefined) throw new Error(`no client ${number}`);
  const journal = runJournal<null>(await emptyFolder());
  const user = async (userName: string): Promise<User> => {
    const found = (await all(portal.users.list(number))).find((one) => one.userName === userName);
    if (found === undefined) throw new Error(`no user ${userName}`);
    return found;
  };
  const about = async (id: string, who: string) => {
    const found = await user(who);
    return { id, client: number, who, user: found.id, before: stateOf(found) };
  };
  return {
    portal,
    client,
    signInAgain: async () => {
      token = (await signedIn(sandbox, actor)).token ?? '';
    },
    user,
    edit: async (id, userName, wanted) => ({ ...(await about(id, userName)), action: 'edit', wanted }),
    deactivate: async (id, userName) => ({ ...(await about(id, userName)), action: 'deactivate' }),
    reactivate: async (id, userName) => ({ ...(await about(id, userName)), action: 'reactivate' }),
    begin: async () => {
      const id = newRunId(clock.now(), randomUUID());
      await journal.begin(id, clock.now().toISOString(), null);
      return id;
    },
    drive: (run, steps, more = {}) =>
      journal.drive(run, (opened) =>
        runPlan(opened, steps, {
          ...{ portal, clock, random, clients: [client], concurrency: 4, acceptLockout: undefined },
          password: new Secret(password),
          ...more,
        }),
      ),
    lines: async (run) => (await journal.read(run)).lines,
  };
}
