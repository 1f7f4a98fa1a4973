import { messageKindValues } from '../../../contract/portal.gen.js';
import { startOfSwissDay } from '../../operations/swiss-day.js';
import { list } from '../define.js';
import { choice, day, flag } from '../options.js';
import { messageColumns } from './columns.js';

export const listMessages = list({
  name: 'list',
  summary: 'messages.list.summary',
  examples: ['connect messages list --unread', 'connect messages list --kind settlement --since 2026-01-01 -o json'],
  acts: 'client',
  args: {},
  options: {
    unread: flag('--unread', 'messages.list.unread'),
    kind: choice('--kind <kind>', 'messages.list.kind', messageKindValues),
    since: day('--since <day>', 'messages.list.since'),
  },
  rows: ({ unread, kind, since }, { portal, client }) =>
    portal.messages.list(client.number, { unread, kind, since: since && startOfSwissDay(since) }),
  columns: messageColumns,
  empty: 'messages.empty',
});
