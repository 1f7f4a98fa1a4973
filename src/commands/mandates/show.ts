import { findMandate } from '../../operations/mandates.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { mandateFields } from './columns.js';
import { knowledgeOf } from './knowledge.js';

export const showMandate = show({
  name: 'show',
  summary: 'mandates.show.summary',
  examples: ['connect mandates show man_4T --client 20001.00'],
  acts: 'client',
  aboutMandates: true,
  args: { mandate: argument('<mandate>', 'mandates.arg.mandate') },
  options: {},
  run: ({ mandate }, context) => findMandate(context.portal, context.client, mandate, knowledgeOf(context)),
  fields: mandateFields,
});
