import { ConnectError } from '../../errors.js';
import { configItems } from '../../operations/config-items.js';
import { show } from '../define.js';
import { argument } from '../options.js';

export const getConfig = show({
  name: 'get',
  summary: 'config.get.summary',
  examples: ['connect config get portal', 'connect config get lang -o json'],
  acts: 'nothing',
  args: { key: argument('<key>', 'config.arg.key') },
  options: {},
  run: ({ key }, { settings }) => {
    const items = configItems(settings);
    const found = items.find((item) => item.key === key);
    if (found === undefined)
      throw new ConnectError('setting-unknown', { key, known: items.map((item) => item.key).join(', ') });
    return Promise.resolve(found);
  },
  fields: [
    { key: 'value', title: 'config.value' },
    { key: 'origin', title: 'config.origin', text: ({ origin }, { translate }) => translate(`origin.${origin}`) },
    { key: 'from', title: 'config.from' },
  ],
});
