import { codeRequestStateValues } from '../../../contract/portal.gen.js';
import { list } from '../define.js';
import { choice } from '../options.js';
import { codeRequestColumns } from './columns.js';

export const listCodes = list({
  name: 'list',
  summary: 'codes.list.summary',
  examples: ['connect codes list', 'connect codes list --state posted -o json'],
  acts: 'client',
  args: {},
  options: { state: choice('--state <state>', 'codes.list.state', codeRequestStateValues) },
  rows: ({ state }, { portal, client }) => portal.codes.list(client.number, { state }),
  columns: codeRequestColumns,
  empty: 'codes.empty',
});
