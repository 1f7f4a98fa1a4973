import { changeConfig } from '../../config/change.js';
import { userConfigFile } from '../../config/file.js';
import { updateUserConfig } from '../../config/update.js';
import { show } from '../define.js';
import { argument } from '../options.js';

export const setConfig = show({
  name: 'set',
  summary: 'config.set.summary',
  details: 'config.set.details',
  examples: ['connect config set lang fr', 'connect config set store file', 'connect config set profile ak060'],
  acts: 'nothing',
  local: true,
  args: { key: argument('<key>', 'config.arg.key'), value: argument('<value>', 'config.arg.value') },
  options: {},
  run: async ({ key, value }, { directories }) => {
    await updateUserConfig(directories.config, (config) => changeConfig(config, key, value));
    return { key, value, file: userConfigFile(directories.config) };
  },
  fields: [
    { key: 'key', title: 'config.key' },
    { key: 'value', title: 'config.value' },
    { key: 'file', title: 'config.file' },
  ],
});
