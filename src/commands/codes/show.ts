import { followed } from '../../operations/follow-code.js';
import { swissDayAtPortal } from '../../operations/swiss-day.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { codeRequestFields } from './columns.js';

export const showCode = show({
  name: 'show',
  summary: 'codes.show.summary',
  details: 'codes.show.details',
  examples: ['connect codes show cod_8K'],
  acts: 'client',
  args: { request: argument('<request>', 'codes.arg.request') },
  options: {},
  run: async ({ request }, { portal, client, world, wire }) =>
    followed(await portal.codes.get(client.number, request), swissDayAtPortal(world.clock, wire.clockCheck)),
  fields: codeRequestFields,
});
