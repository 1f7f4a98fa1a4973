import { runningSandbox, sandboxDirectory } from '../../operations/sandbox.js';
import { show } from '../define.js';
import { directoryOption } from './options.js';

const patienceMs = 10_000;
const stepMs = 50;

export const stopSandbox = show({
  name: 'stop',
  summary: 'sandbox.stop.summary',
  examples: ['connect sandbox stop'],
  acts: 'nothing',
  local: true,
  args: {},
  options: { directory: directoryOption },
  run: async (input, { world, directories, wire }) => {
    const { processes, env, clock } = world;
    const directory = sandboxDirectory(input.directory, env, directories.state);
    const { pid } = await runningSandbox(directory, { wire, processes });
    processes.terminate(pid);
    for (let waited = 0; waited < patienceMs && processes.isAlive(pid); waited += stepMs) await clock.sleep(stepMs);
    return { stopped: !processes.isAlive(pid), pid, directory };
  },
  fields: [
    { key: 'stopped', title: 'sandbox.stopped', text: ({ stopped }, tell) => tell.yesNo(stopped) },
    { key: 'pid', title: 'sandbox.pid' },
    { key: 'directory', title: 'sandbox.directoryTitle' },
  ],
});
