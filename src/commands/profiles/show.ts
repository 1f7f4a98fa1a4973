import { savedLogin } from '../../operations/saved-logins.js';
import { show } from '../define.js';
import { optionalArgument } from '../options.js';
import { savedLoginColumns } from './columns.js';

export const showProfile = show({
  name: 'show',
  summary: 'profiles.show.summary',
  details: 'profiles.show.details',
  examples: ['connect profiles show', 'connect profiles show ak060'],
  acts: 'nothing',
  args: { profile: optionalArgument('[profile]', 'profiles.arg.current') },
  options: {},
  run: ({ profile }, { userConfig, settings }) =>
    Promise.resolve(savedLogin(userConfig, profile ?? settings.profile.value ?? '')),
  fields: savedLoginColumns,
});
