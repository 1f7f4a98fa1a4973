import { ConnectError, exitCodes } from '../../errors.js';
import { mandateRowsOf, runningOut, takeOver } from '../../operations/mandates.js';
import { list } from '../define.js';
import { flag, pattern } from '../options.js';
import { mandateColumns } from './columns.js';
import { knowledgeOf } from './knowledge.js';

export const listMandates = list({
  name: 'list',
  summary: 'mandates.list.summary',
  details: 'mandates.list.details',
  examples: [
    'connect mandates list',
    'connect mandates list --expiring 60d',
    'connect mandates list --client 20001.00 --revoked -o json',
  ],
  acts: 'client',
  everyClient: true,
  local: true,
  aboutMandates: true,
  args: {},
  options: {
    expiring: pattern('--expiring <days>', 'mandates.list.expiring', /^\d{1,3}d?$/, '60d'),
    revoked: flag('--revoked', 'mandates.list.revoked'),
  },
  rows: async function* (_input, context) {
    yield* await mandateRowsOf(context.portal, context.client, knowledgeOf(context));
  },
  together: async (rows, { expiring, revoked }, context) => {
    const { ledger, address } = knowledgeOf(context);
    await takeOver(ledger, address, rows);
    const shown = revoked === true ? rows : rows.filter(({ state }) => state !== 'revoked');
    if (expiring === undefined) return shown;
    // Where nothing was looked at, nothing was found to be in order.
    if (shown.length === 0) throw new ConnectError('mandates-none');
    const days = parseInt(expiring, 10);
    const found = runningOut(shown, days);
    if (found.length > 0) context.raise(exitCodes.finding);
    const count = found.length;
    await context.notify(count === 0 ? 'mandates.list.noneExpiring' : 'mandates.list.someExpiring', { count, days });
    return found;
  },
  columns: mandateColumns,
  empty: 'mandates.empty',
});
