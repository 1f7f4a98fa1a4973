import { revoke } from '../../operations/change-mandates.js';
import { findMandate } from '../../operations/mandates.js';
import { write } from '../define.js';
import { argument } from '../options.js';
import { mandateFields } from './columns.js';
import { knowledgeOf } from './knowledge.js';

export const removeMandate = write({
  name: 'remove',
  summary: 'mandates.remove.summary',
  details: 'mandates.remove.details',
  examples: ['connect mandates remove man_4T --client 20001.00'],
  acts: 'client',
  aboutMandates: true,
  args: { mandate: argument('<mandate>', 'mandates.arg.mandate') },
  options: {},
  prepare: async ({ mandate: id }, context) => {
    const { portal, client, world, tell } = context;
    const known = knowledgeOf(context);
    const row = await findMandate(portal, client, id, known);
    const isDone = row.state === 'revoked';
    const params = { client: client.name, holder: row.holder, on: tell.day(row.issuedOn), id };
    const path = `/clients/${client.number}/mandates/${id}/revocation`;
    return {
      summary: isDone ? 'mandates.remove.already' : 'mandates.remove.will',
      params,
      request: row.keptAt.includes('portal') ? { method: 'POST', path } : { method: 'WRITE', path: known.ledger.file },
      consent: isDone ? { kind: 'none' } : { kind: 'yes', question: 'mandates.remove.ask', params },
      carryOut: () => (isDone ? Promise.resolve(row) : revoke(portal, client, row, known, world)),
    };
  },
  fields: mandateFields,
});
