import { exitCodes } from '../../errors.js';
import { findSandbox, sandboxDirectory } from '../../operations/sandbox.js';
import { show } from '../define.js';
import { directoryOption } from './options.js';
import { sandboxFields, sandboxState, withoutTls } from './state.js';
import type { SandboxState } from './state.js';

export const sandboxStatus = show({
  name: 'status',
  summary: 'sandbox.status.summary',
  examples: ['connect sandbox status', 'connect sandbox status -o json --query personas'],
  acts: 'nothing',
  args: {},
  options: { directory: directoryOption },
  run: async (input, { world, directories, wire, raise }): Promise<SandboxState> => {
    const directory = sandboxDirectory(input.directory, world.env, directories.state);
    const sandbox = await findSandbox(directory, { wire, processes: world.processes });
    if (sandbox !== undefined) return sandboxState(sandbox);
    raise(exitCodes.notFound);
    return { running: false, origin: null, portals: [], now: null, pid: null, directory, personas: [], ...withoutTls };
  },
  fields: sandboxFields,
});
