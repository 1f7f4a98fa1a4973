import { runningSandbox, sandboxDirectory } from '../../operations/sandbox.js';
import { write } from '../define.js';
import { directoryOption } from './options.js';
import { sandboxFields, sandboxState } from './state.js';

export const resetSandbox = write({
  name: 'reset',
  summary: 'sandbox.reset.summary',
  examples: ['connect sandbox reset --yes'],
  acts: 'nothing',
  args: {},
  options: { directory: directoryOption },
  prepare: async (input, { world, directories, wire }) => {
    const directory = sandboxDirectory(input.directory, world.env, directories.state);
    const sandbox = await runningSandbox(directory, { wire, processes: world.processes });
    return {
      summary: 'sandbox.reset.will',
      params: { directory },
      request: { method: 'POST', path: '/_sandbox/reset' },
      consent: { kind: 'yes', question: 'sandbox.reset.ask' },
      carryOut: async () => {
        await sandbox.api.reset();
        return sandboxState(sandbox);
      },
    };
  },
  fields: sandboxFields,
});
