import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../../errors.js';
import { findSandbox, runningSandbox, sandboxDirectory } from '../../operations/sandbox.js';
import type { Notify } from '../../runner/context.js';
import { show } from '../define.js';
import { directoryOption, startArguments, startOptions } from './options.js';
import { sandboxFields, sandboxState } from './state.js';
import type { SandboxState } from './state.js';

export const startSandbox = show({
  name: 'start',
  summary: 'sandbox.start.summary',
  details: 'sandbox.start.details',
  examples: [
    'connect sandbox start',
    'connect sandbox start --clock 2027-01-30T23:50+01:00',
    'connect sandbox start --scale users=10000,messages=5000,clients=500',
    'connect sandbox start --fault status=503:listUsers:2',
    'connect sandbox start --tls',
  ],
  acts: 'nothing',
  local: true,
  args: {},
  options: { directory: directoryOption, ...startOptions },
  run: async (input, { world, directories, wire, notify }) => {
    const { processes, env } = world;
    const directory = sandboxDirectory(input.directory, env, directories.state);
    const already = await findSandbox(directory, { wire, processes });
    if (already !== undefined) throw new ConnectError('sandbox-running', { origin: already.origin, directory });
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const logFile = `${directory}.log`;
    await processes.sandbox.start(startArguments(directory, input), { detached: true, logFile });
    const state = await sandboxState(await runningSandbox(directory, { wire, processes }));
    for (const { userName, fund, password, totpSecret, about } of state.personas) {
      await notify('sandbox.start.persona', { userName, fund, password, seed: totpSecret ?? '–', about });
    }
    await next(state, notify);
    return state;
  },
  fields: sandboxFields,
});

/** What to type now; with TLS, after what there is to type it with. */
async function next({ portals, personas, authority, certificates }: SandboxState, notify: Notify): Promise<void> {
  const portal = portals[0] ?? '';
  const [first] = certificates;
  if (authority === null || first === undefined) {
    await notify('sandbox.start.next', { portal, user: personas[0]?.userName ?? '' });
    return;
  }
  for (const { pkcs12, about } of certificates) await notify('sandbox.start.certificate', { file: pkcs12, about });
  await notify('sandbox.start.passphrase', { file: path.join(path.dirname(authority), 'passphrase') });
  await notify('sandbox.start.trust', { file: authority });
  await notify('sandbox.start.withCertificate', { portal, file: first.pkcs12 });
}
