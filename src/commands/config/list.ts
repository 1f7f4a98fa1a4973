import { configItems } from '../../operations/config-items.js';
import { list } from '../define.js';

export const listConfig = list({
  name: 'list',
  summary: 'config.list.summary',
  details: 'config.list.details',
  examples: ['connect config list', 'connect config list -o json'],
  acts: 'nothing',
  args: {},
  options: {},
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream, the settings are at hand
  rows: async function* (_input, { settings }) {
    yield* configItems(settings);
  },
  columns: [
    { key: 'key', title: 'config.key', tone: () => 'strong' },
    { key: 'value', title: 'config.value' },
    { key: 'origin', title: 'config.origin', text: ({ origin }, { translate }) => translate(`origin.${origin}`) },
    { key: 'from', title: 'config.from' },
  ],
  empty: 'config.empty',
});
