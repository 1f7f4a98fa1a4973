import { changeConfig } from '../../config/change.js';
import { updateUserConfig } from '../../config/update.js';
import { savedLogin } from '../../operations/saved-logins.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { savedLoginColumns } from './columns.js';

export const useProfile = show({
  name: 'use',
  summary: 'profiles.use.summary',
  details: 'profiles.use.details',
  examples: ['connect profiles use ak060'],
  acts: 'nothing',
  local: true,
  args: { profile: argument('<profile>', 'profiles.arg.profile') },
  options: {},
  run: async ({ profile }, { directories, userConfig, notify }) => {
    // A name that nobody knows leaves no lock and no folder.
    savedLogin(userConfig, profile);
    const config = await updateUserConfig(directories.config, (before) => changeConfig(before, 'profile', profile));
    const login = savedLogin(config, profile);
    await notify('profiles.use.done', { username: login.username ?? '–', portal: login.portal ?? '–' });
    return login;
  },
  fields: savedLoginColumns,
});
