import { fetchReceipt } from '../../operations/fetch-receipt.js';
import { show } from '../define.js';
import { argument } from '../options.js';

export const showReceipt = show({
  name: 'receipt',
  summary: 'salary.receipt.summary',
  details: 'salary.receipt.details',
  examples: ['connect salary receipt dec_5f', 'connect salary receipt dec_5f -o json'],
  acts: 'client',
  local: true,
  args: { declaration: argument('<declaration>', 'salary.arg.declaration') },
  options: {},
  run: ({ declaration }, context) => fetchReceipt(context, context.client, declaration),
  fields: [
    { key: 'number', title: 'receipts.number', tone: () => 'strong' },
    { key: 'receivedAt', title: 'receipts.receivedAt', text: ({ receivedAt }, tell) => tell.time(receivedAt) },
    { key: 'fund', title: 'salary.fund' },
    { key: 'client', title: 'common.client' },
    { key: 'year', title: 'receipts.year' },
    { key: 'declaration', title: 'receipts.declaration' },
    { key: 'sha256', title: 'messages.sha256' },
    { key: 'size', title: 'messages.size', text: ({ size }, tell) => tell.size(size) },
    { key: 'test', title: 'salary.test', text: ({ test }, tell) => tell.yesNo(test) },
    {
      key: 'verified',
      title: 'receipts.verified',
      text: ({ verified }, tell) => tell.yesNo(verified),
      tone: () => 'good',
    },
    { key: 'kid', title: 'receipts.key' },
    {
      key: 'journal',
      title: 'receipts.journal',
      text: ({ journal }, { translate }) => translate(`receiptJournal.${journal}`),
    },
    { key: 'signature', title: 'receipts.signature' },
  ],
});
