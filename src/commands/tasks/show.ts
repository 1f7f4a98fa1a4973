import { show } from '../define.js';
import { argument } from '../options.js';
import { taskFields } from './columns.js';

export const showTask = show({
  name: 'show',
  summary: 'tasks.show.summary',
  examples: ['connect tasks show tsk_2'],
  acts: 'client',
  args: { task: argument('<task>', 'tasks.arg.task') },
  options: {},
  run: ({ task }, { portal, client }) => portal.tasks.get(client.number, task),
  fields: taskFields,
});
