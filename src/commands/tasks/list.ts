import { taskKindValues } from '../../../contract/portal.gen.js';
import { list } from '../define.js';
import { choice, day } from '../options.js';
import { taskColumns } from './columns.js';

export const listTasks = list({
  name: 'list',
  summary: 'tasks.list.summary',
  examples: [
    'connect tasks',
    'connect tasks list --kind salary-declaration-due --due-before 2027-01-31',
    'connect tasks list --state all',
  ],
  acts: 'client',
  args: {},
  options: {
    state: choice('--state <state>', 'tasks.list.state', ['open', 'done', 'all']),
    kind: choice('--kind <kind>', 'tasks.list.kind', taskKindValues),
    dueBefore: day('--due-before <day>', 'tasks.list.dueBefore'),
  },
  rows: ({ state = 'open', kind, dueBefore }, { portal, client }) =>
    portal.tasks.list(client.number, { state: state === 'all' ? undefined : state, kind, dueBefore }),
  columns: taskColumns,
  empty: 'tasks.empty',
});
