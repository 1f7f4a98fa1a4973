import type { FollowedCode } from '../../operations/follow-code.js';
import type { Tell } from '../../render/tell.js';
import { allOf } from '../../render/view.js';
import type { Column } from '../../render/view.js';

export const codeRequestColumns: readonly Column<FollowedCode>[] = [
  { key: 'reference', title: 'codes.reference', whole: true, tone: () => 'strong' },
  { key: 'state', title: 'codes.state', text: ({ state }, { translate }) => translate(`codeState.${state}`) },
  {
    key: 'recipient',
    title: 'codes.recipient',
    text: ({ recipient }, { translate }) => translate(`codeRecipient.${recipient}`),
  },
  { key: 'reason', title: 'codes.reason', text: ({ reason }, { translate }) => translate(`codeReason.${reason}`) },
  { key: 'requestedAt', title: 'codes.requestedAt', text: ({ requestedAt }, tell) => tell.time(requestedAt) },
  { key: 'postedAt', title: 'codes.postedAt', text: ({ postedAt }, tell) => tell.time(postedAt), hidden: true },
  { key: 'expiresAt', title: 'codes.expiresAt', text: ({ expiresAt }, tell) => tell.time(expiresAt), hidden: true },
  { key: 'id', title: 'codes.id', whole: true },
  { key: 'addressee', title: 'codes.addressee', text: ({ addressee }) => addressee.join(', '), hidden: true },
  {
    key: 'delivery',
    title: 'codes.delivery',
    text: (_request, { translate }) => translate('codes.byPost'),
    hidden: true,
  },
  {
    key: 'requestedBy',
    title: 'codes.requestedBy',
    value: ({ requestedBy }) => requestedBy?.userName ?? null,
    hidden: true,
  },
  { key: 'printedAt', title: 'codes.printedAt', text: ({ printedAt }, tell) => tell.time(printedAt), hidden: true },
  { key: 'usedAt', title: 'codes.usedAt', text: ({ usedAt }, tell) => tell.time(usedAt), hidden: true },
  { key: 'next', title: 'codes.next', text: next, hidden: true },
  { key: 'daysLeft', title: 'codes.daysLeft', hidden: true },
];

export const codeRequestFields: readonly Column<FollowedCode>[] = allOf(codeRequestColumns);

function next({ next: step, expiresAt, daysLeft }: FollowedCode, { translate, time }: Tell): string {
  return translate(`codes.next.${step ?? 'none'}`, { expires: time(expiresAt), count: daysLeft ?? 0 });
}
