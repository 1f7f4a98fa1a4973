import { savedLogins } from '../../operations/saved-logins.js';
import { list } from '../define.js';
import { savedLoginColumns } from './columns.js';

export const listProfiles = list({
  name: 'list',
  summary: 'profiles.list.summary',
  details: 'profiles.list.details',
  examples: ['connect profiles list', 'connect profiles list -o json'],
  acts: 'nothing',
  args: {},
  options: {},
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream, the logins are at hand
  rows: async function* (_input, { userConfig }) {
    yield* savedLogins(userConfig);
  },
  columns: savedLoginColumns,
  empty: 'profiles.empty',
});
