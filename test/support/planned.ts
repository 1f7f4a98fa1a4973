import { readFile } from 'node:fs/promises';
import type { Client } from '../../contract/portal.gen.js';
import type { AccessPlan } from '../../src/access/access-plan.js';
import { ClockCheck } from '../../src/api/clock-check.js';
import { openPortal } from '../../src/api/portal.js';
import { Witness } from '../../src/api/witness.js';
import { portalAddress } from '../../src/config/portal-address.js';
import { runPlan } from '../../src/operations/run-plan.js';
import type { StepOutcome } from '../../src/operations/run-plan.js';
import { undiciNetwork } from '../../src/platform/network.js';
import { Secret } from '../../src/secret.js';
import { password } from './office.js';
import type { Office } from './office.js';
import { signedIn } from './portal-client.js';

/** Carries out a plan file of one login, with the acting user's own password. */
export async function openPlanned({ sandbox }: Office, file: string, actor: string): Promise<readonly StepOutcome[]> {
  const plan = JSON.parse(await readFile(file, 'utf8')) as AccessPlan;
  const [part] = plan.parts;
  if (part?.actor !== actor) throw new Error(`not a plan of ${actor}`);
  const fund = part.portal.slice(-3);
  const { token = '' } = await signedIn(sandbox, actor, fund);
  const portal = openPortal({
    ...{ address: portalAddress(part.portal), network: undiciNetwork({}), clock: sandbox.clock, language: 'en' },
    ...{ random: { bytes: () => new Uint8Array(16), uuid: () => crypto.randomUUID() }, timeoutMs: 10_000, caFiles: [] },
    ...{ clockCheck: new ClockCheck(), witness: new Witness(), signal: new AbortController().signal },
    authorizer: { token: () => Promise.resolve(new Secret(token)), replace: () => Promise.reject(new Error('over')) },
  });
  const clients: Client[] = [];
  for await (const client of portal.clients.list()) clients.push(client);
  return runPlan({ lines: [], note: () => Promise.resolve() }, part.steps, {
    ...{ portal, clock: sandbox.clock, random: { uuid: () => crypto.randomUUID() }, clients, concurrency: 2 },
    ...{ password: new Secret(password), acceptLockout: undefined },
  });
}
