import type { SalaryDeclaration } from '../../../contract/portal.gen.js';
import type { Tell } from '../../render/tell.js';
import { allOf } from '../../render/view.js';
import type { Column, Tone } from '../../render/view.js';

const tones: Readonly<Partial<Record<SalaryDeclaration['state'], Tone>>> = {
  accepted: 'good',
  'accepted-with-warnings': 'warning',
  'awaiting-release': 'warning',
  rejected: 'bad',
  replaced: 'muted',
};

export const declarationColumns: readonly Column<SalaryDeclaration>[] = [
  { key: 'id', title: 'salary.id', whole: true },
  { key: 'year', title: 'salary.year', tone: () => 'strong' },
  {
    key: 'state',
    title: 'salary.state',
    text: ({ state }, { translate }) => translate(`declarationState.${state}`),
    tone: ({ state }) => tones[state],
  },
  { key: 'test', title: 'salary.test', text: ({ test }, tell) => tell.yesNo(test) },
  { key: 'fileName', title: 'salary.fileName' },
  { key: 'submittedAt', title: 'salary.submittedAt', text: ({ submittedAt }, tell) => tell.time(submittedAt) },
  { key: 'submittedBy', title: 'salary.submittedBy', value: ({ submittedBy }) => submittedBy.userName },
  { key: 'findingCount', title: 'salary.findingCount' },
  { key: 'format', title: 'salary.format', value: ({ format }) => `${format.format} ${format.version}`, hidden: true },
  { key: 'totals', title: 'salary.totals', text: totalsText, hidden: true },
  { key: 'replaces', title: 'salary.replaces', hidden: true },
  { key: 'changedAt', title: 'salary.changedAt', text: ({ changedAt }, tell) => tell.time(changedAt), hidden: true },
  { key: 'receipt', title: 'salary.receipt', value: ({ receipt }) => receipt.number, text: receiptText, hidden: true },
];

/** For one declaration: everything. */
export const declarationFields: readonly Column<SalaryDeclaration>[] = allOf(declarationColumns);

/** What the fund confirms to have received, and when. */
function receiptText({ receipt }: SalaryDeclaration, tell: Tell): string {
  return `${receipt.number}, ${tell.time(receipt.receivedAt)}, SHA-256 ${receipt.sha256}`;
}

function totalsText({ totals }: SalaryDeclaration, { money, translate }: Tell): string {
  if (totals === null) return '';
  const ahv = `${translate('salary.ahvWages')} ${money(totals.ahvIncome)}`;
  const alv = `${translate('salary.alvWages')} ${money(totals.alvIncome)}`;
  return `${translate('salary.persons')} ${totals.persons}, ${ahv}, ${alv}`;
}
