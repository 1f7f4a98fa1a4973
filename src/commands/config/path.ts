import { userConfigFile } from '../../config/file.js';
import { show } from '../define.js';

export const configPath = show({
  name: 'path',
  summary: 'config.path.summary',
  examples: ['connect config path'],
  acts: 'nothing',
  args: {},
  options: {},
  run: (_input, { directories }) =>
    Promise.resolve({ file: userConfigFile(directories.config), config: directories.config, state: directories.state }),
  fields: [
    { key: 'file', title: 'config.file' },
    { key: 'config', title: 'config.directory' },
    { key: 'state', title: 'config.state' },
  ],
});
