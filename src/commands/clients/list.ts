import type { Client } from '../../../contract/portal.gen.js';
import type { Column } from '../../render/view.js';
import { list } from '../define.js';
import { text } from '../options.js';

export const clientColumns: readonly Column<Client>[] = [
  { key: 'number', title: 'clients.number', whole: true },
  { key: 'name', title: 'clients.name', tone: () => 'strong' },
  { key: 'fund', title: 'clients.fund' },
  { key: 'uid', title: 'clients.uid' },
  {
    key: 'administrator',
    title: 'clients.administrator',
    text: ({ administrator }, tell) => tell.yesNo(administrator),
  },
  { key: 'role', title: 'clients.role', text: ({ role }, { translate }) => translate(`userKind.${role}`) },
  { key: 'language', title: 'clients.language', hidden: true },
  { key: 'address', title: 'clients.address', hidden: true },
  { key: 'themes', title: 'clients.themes', hidden: true },
  { key: 'permissions', title: 'clients.permissions', hidden: true },
];

export const listClients = list({
  name: 'list',
  summary: 'clients.list.summary',
  examples: ['connect clients list', 'connect clients list --search treuhand -o json'],
  acts: 'login',
  args: {},
  options: { search: text('-s, --search <text>', 'clients.search') },
  rows: ({ search }, { portal }) => portal.clients.list({ q: search }),
  columns: clientColumns,
  empty: 'clients.empty',
});
