import { runningSandbox, sandboxDirectory } from '../../operations/sandbox.js';
import { list } from '../define.js';
import { choice } from '../options.js';
import { directoryOption } from './options.js';

export const sandboxOutbox = list({
  name: 'outbox',
  summary: 'sandbox.outbox.summary',
  details: 'sandbox.outbox.details',
  examples: ['connect sandbox outbox --kind letter', 'connect sandbox outbox -o json --query "[-1].text"'],
  acts: 'nothing',
  args: {},
  options: {
    kind: choice('--kind <kind>', 'sandbox.outbox.kind', ['letter', 'sms', 'email']),
    directory: directoryOption,
  },
  rows: async function* ({ kind, directory }, { world, directories, wire }) {
    const place = sandboxDirectory(directory, world.env, directories.state);
    const { api } = await runningSandbox(place, { wire, processes: world.processes });
    for (const item of await api.outbox()) {
      if (kind === undefined || item.kind === kind) yield item;
    }
  },
  columns: [
    { key: 'at', title: 'outbox.at', text: ({ at }, tell) => tell.time(at) },
    { key: 'kind', title: 'outbox.kind', text: ({ kind }, { translate }) => translate(`outboxKind.${kind}`) },
    { key: 'fund', title: 'outbox.fund' },
    { key: 'client', title: 'outbox.client' },
    { key: 'to', title: 'outbox.to' },
    { key: 'subject', title: 'outbox.subject' },
    { key: 'code', title: 'outbox.code' },
    { key: 'text', title: 'outbox.text', hidden: true },
    { key: 'id', title: 'outbox.id', hidden: true },
  ],
  empty: 'outbox.empty',
});
