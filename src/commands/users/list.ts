import { themeValues, userStatusValues } from '../../../contract/portal.gen.js';
import { list } from '../define.js';
import { choice, flag, text } from '../options.js';
import { userColumns } from './columns.js';

export const listUsers = list({
  name: 'list',
  summary: 'users.list.summary',
  details: 'users.list.details',
  examples: [
    'connect users list',
    'connect users list --administrators --status active',
    'connect users list --sort lastLoginAt --fields userName,lastLoginAt',
    'connect users list --all-clients -o csv > users.csv',
  ],
  acts: 'client',
  args: {},
  options: {
    status: choice('--status <status>', 'users.list.status', userStatusValues),
    administrators: flag('--administrators', 'users.list.administrators'),
    theme: choice('--theme <theme>', 'users.list.theme', themeValues),
    search: text('-s, --search <text>', 'users.list.search'),
    sort: choice('--sort <field>', 'users.list.sort', ['userName', 'lastName', 'lastLoginAt', 'createdAt']),
    reverse: flag('--reverse', 'users.list.reverse'),
  },
  rows: ({ status, administrators, theme, search, sort, reverse }, { portal, client }) =>
    portal.users.list(client.number, {
      status,
      theme,
      sort,
      q: search,
      administrator: administrators,
      order: reverse === true ? 'desc' : undefined,
    }),
  columns: userColumns,
  empty: 'users.empty',
});
