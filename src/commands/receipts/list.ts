import type { Entry } from '../../journal/receipt-entry.js';
import { verifyJournal } from '../../operations/verify-journal.js';
import type { Column } from '../../render/view.js';
import { list } from '../define.js';
import { integer } from '../options.js';
import { clientNumbers } from './clients.js';

type Listed = Entry & {
  /** These are null for what is no receipt of a fund. */
  readonly number: string | null;
  readonly receivedAt: string | null;
  readonly test: boolean | null;
  /** Id of the key that signed the submission, or the review. */
  readonly signedBy: string | null;
  readonly verified: boolean;
};

const columns: readonly Column<Listed>[] = [
  { key: 'time', title: 'receipts.time', text: ({ time }, tell) => tell.time(time) },
  { key: 'kind', title: 'receipts.kind', text: ({ kind }, { translate }) => translate(`receiptKind.${kind}`) },
  { key: 'client', title: 'common.client' },
  { key: 'year', title: 'receipts.year', tone: () => 'strong' },
  { key: 'number', title: 'receipts.number', whole: true },
  { key: 'sha256', title: 'messages.sha256', text: ({ sha256 }) => sha256.slice(0, 12) },
  {
    key: 'verified',
    title: 'receipts.verified',
    text: ({ verified }, tell) => tell.yesNo(verified),
    tone: ({ verified }) => (verified ? 'good' : 'bad'),
  },
  { key: 'declaration', title: 'receipts.declaration', hidden: true },
  { key: 'test', title: 'salary.test', hidden: true },
  { key: 'receivedAt', title: 'receipts.receivedAt', hidden: true },
  { key: 'actor', title: 'receipts.actor', value: ({ actor }) => actor.userName, hidden: true },
  { key: 'strength', title: 'receipts.strength', hidden: true },
  { key: 'signedBy', title: 'receipts.signedBy', hidden: true },
  { key: 'fund', title: 'salary.fund', hidden: true },
  { key: 'portal', title: 'receipts.portal', hidden: true },
  { key: 'environment', title: 'receipts.environment', hidden: true },
  { key: 'requestId', title: 'receipts.requestId', hidden: true },
  { key: 'clockAheadSeconds', title: 'receipts.clockAhead', hidden: true },
  { key: 'tlsPeer', title: 'receipts.tlsPeer', value: ({ tlsPeer }) => tlsPeer?.sha256 ?? null, hidden: true },
  { key: 'tool', title: 'receipts.tool', hidden: true },
  { key: 'sequence', title: 'receipts.sequence', hidden: true },
  { key: 'previous', title: 'receipts.previous', hidden: true },
  { key: 'receipt', title: 'salary.receipt', hidden: true },
  { key: 'key', title: 'receipts.key', hidden: true },
  { key: 'statement', title: 'receipts.statement', hidden: true },
  { key: 'signature', title: 'receipts.signature', hidden: true },
];

function listed(entry: Entry, verified: boolean): Listed {
  if (entry.kind === 'review') {
    const none = { number: null, receivedAt: null, test: null, declaration: null, receipt: null };
    return { ...entry, ...none, signedBy: entry.key?.kid ?? null, verified };
  }
  const { number, receivedAt, test, signedBy } = entry.receipt;
  const none = { statement: null, signature: null };
  return { ...entry, ...none, number, receivedAt, test, signedBy: signedBy?.keyId ?? null, verified };
}

export const listReceipts = list({
  name: 'list',
  summary: 'receipts.list.summary',
  details: 'receipts.list.details',
  examples: ['connect receipts list', 'connect receipts list --year 2025 --client 10001.00 -o json'],
  acts: 'nothing',
  args: {},
  options: { year: integer('--year <year>', 'receipts.list.year', { min: 2000, max: 2100 }) },
  rows: async function* ({ year }, { directories, settings }) {
    const clients = clientNumbers(settings);
    const years = await verifyJournal(directories.state);
    for (const { entries, isSound } of years) {
      for (const entry of entries) {
        const isWanted =
          (year ?? entry.year) === entry.year && (clients.length === 0 || clients.includes(entry.client));
        if (isWanted) yield listed(entry, isSound(entry));
      }
    }
  },
  columns,
  empty: 'receipts.empty',
});
