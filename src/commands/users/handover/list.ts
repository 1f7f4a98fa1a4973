import { shown } from '../../../operations/handover/handover.js';
import type { ShownHandover } from '../../../operations/handover/handover.js';
import { handovers } from '../../../operations/handover/store.js';
import { list } from '../../define.js';
import { flag } from '../../options.js';
import { handoverColumns } from './columns.js';

export const listHandovers = list({
  name: 'list',
  summary: 'handover.list.summary',
  details: 'handover.list.details',
  examples: ['connect users handover list', 'connect users handover list --open -o json'],
  acts: 'nothing',
  args: {},
  options: { open: flag('--open', 'handover.list.open') },
  rows: async function* ({ open }, { directories }): AsyncGenerator<ShownHandover> {
    for (const handover of await handovers(directories.state).all()) {
      const isOver = handover.state === 'completed' || handover.state === 'cancelled';
      if (open !== true || !isOver) yield shown(handover);
    }
  },
  columns: handoverColumns,
  empty: 'handover.empty',
});
