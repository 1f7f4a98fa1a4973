import { findUser } from '../../operations/users.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { userFields } from './columns.js';

export const showUser = show({
  name: 'show',
  summary: 'users.show.summary',
  examples: ['connect users show beat.keller', 'connect users show beat@muster.example -o json'],
  acts: 'client',
  args: { user: argument('<user>', 'users.arg.user') },
  options: {},
  run: async ({ user }, { portal, client, login }) => (await findUser(portal, client, user, login.username)).value,
  fields: userFields,
});
