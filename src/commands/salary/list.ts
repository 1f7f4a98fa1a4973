import { declarationStateValues } from '../../../contract/portal.gen.js';
import { list } from '../define.js';
import { choice, integer } from '../options.js';
import { declarationColumns } from './columns.js';

export const listDeclarations = list({
  name: 'list',
  summary: 'salary.list.summary',
  examples: ['connect salary list', 'connect salary list --year 2025 --all-clients -o csv'],
  acts: 'client',
  args: {},
  options: {
    year: integer('--year <year>', 'salary.list.year', { min: 2000, max: 2100 }),
    state: choice('--state <state>', 'salary.list.state', declarationStateValues),
  },
  rows: ({ year, state }, { portal, client }) => portal.salary.list(client.number, { year, state }),
  columns: declarationColumns,
  empty: 'salary.empty',
});
