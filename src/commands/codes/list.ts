import { codeRequestStateValues } from '../../../contract/portal.gen.js';
import { followed } from '../../operations/follow-code.js';
import { swissDayAtPortal } from '../../operations/swiss-day.js';
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
  rows: async function* ({ state }, { portal, client, world, wire }) {
    for await (const request of portal.codes.list(client.number, { state }))
      yield followed(request, swissDayAtPortal(world.clock, wire.clockCheck));
  },
  columns: codeRequestColumns,
  empty: 'codes.empty',
});
