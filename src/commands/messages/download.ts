import { messageKindValues } from '../../../contract/portal.gen.js';
import { downloadMessages } from '../../operations/download.js';
import { list } from '../define.js';
import { choice, day, flag, optionalArguments, text } from '../options.js';

export const downloadMessagesVerb = list({
  name: 'download',
  summary: 'messages.download.summary',
  details: 'messages.download.details',
  examples: [
    'connect messages download msg_9',
    'connect messages download --unread --mark-read --to archive',
    'connect messages download --all',
  ],
  acts: 'client',
  local: true,
  args: { message: optionalArguments('[message...]', 'messages.download.message') },
  options: {
    all: flag('--all', 'messages.download.all'),
    unread: flag('--unread', 'messages.list.unread'),
    kind: choice('--kind <kind>', 'messages.list.kind', messageKindValues),
    since: day('--since <day>', 'messages.list.since'),
    to: text('--to <folder>', 'messages.download.to'),
    markRead: flag('--mark-read', 'messages.download.markRead'),
  },
  rows: (input, context) => downloadMessages(input, context),
  columns: [
    { key: 'file', title: 'messages.file', whole: true, tone: () => 'strong' },
    {
      key: 'state',
      title: 'messages.download.state',
      text: ({ state }, { translate }) => translate(`downloadState.${state}`),
    },
    { key: 'size', title: 'messages.size', text: ({ size }, tell) => tell.size(size) },
    { key: 'sha256', title: 'messages.sha256', whole: true },
    { key: 'message', title: 'messages.message', hidden: true },
    { key: 'document', title: 'messages.document', hidden: true },
  ],
  empty: 'messages.empty',
});
