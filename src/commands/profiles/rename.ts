import { updateUserConfig } from '../../config/update.js';
import { ConnectError } from '../../errors.js';
import { renameLogin, savedLogin } from '../../operations/saved-logins.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { savedLoginColumns } from './columns.js';

export const renameProfile = show({
  name: 'rename',
  summary: 'profiles.rename.summary',
  details: 'profiles.rename.details',
  examples: ['connect profiles rename ak060 treuhand'],
  acts: 'nothing',
  local: true,
  args: {
    profile: argument('<profile>', 'profiles.arg.profile'),
    newName: argument('<new-name>', 'profiles.arg.newName'),
  },
  options: {},
  run: async ({ profile, newName }, { directories, userConfig }) => {
    // It has to be typed behind -p.
    if (!/^[^\s-]\S*$/.test(newName))
      throw new ConnectError('config-value-invalid', { value: newName, from: '<new-name>', expected: 'a-word' });
    renameLogin(userConfig, profile, newName);
    const config = await updateUserConfig(directories.config, (before) => renameLogin(before, profile, newName));
    return savedLogin(config, newName);
  },
  fields: savedLoginColumns,
});
