import { show } from '../define.js';
import { argument } from '../options.js';
import { messageFields } from './columns.js';

export const showMessage = show({
  name: 'show',
  summary: 'messages.show.summary',
  examples: ['connect messages show msg_9'],
  acts: 'client',
  args: { message: argument('<message>', 'messages.arg.message') },
  options: {},
  run: async ({ message }, { portal, client }) => (await portal.messages.get(client.number, message)).value,
  fields: messageFields,
});
