import { mkdir } from 'node:fs/promises';
import { ConnectError } from '../../errors.js';
import { findSandbox, runningSandbox, sandboxDirectory } from '../../operations/sandbox.js';
import { show } from '../define.js';
import { directoryOption, startArguments, startOptions } from './options.js';
import { sandboxFields, sandboxState } from './state.js';

export const startSandbox = show({
  name: 'start',
  summary: 'sandbox.start.summary',
  details: 'sandbox.start.details',
  examples: [
    'connect sandbox start',
    'connect sandbox start --clock 2027-01-30T23:50+01:00',
    'connect sandbox start --scale users=10000,messages=5000,clients=500',
    'connect sandbox start --fault status=503:listUsers:2',
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
    await notify('sandbox.start.next', { portal: state.portals[0] ?? '', user: state.personas[0]?.userName ?? '' });
    return state;
  },
  fields: sandboxFields,
});
