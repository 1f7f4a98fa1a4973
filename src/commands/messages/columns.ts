import type { Message } from '../../../contract/portal.gen.js';
import { allOf } from '../../render/view.js';
import type { Column } from '../../render/view.js';

export const messageColumns: readonly Column<Message>[] = [
  { key: 'id', title: 'messages.id', whole: true },
  { key: 'sentAt', title: 'messages.sentAt', text: ({ sentAt }, tell) => tell.time(sentAt) },
  { key: 'kind', title: 'messages.kind', text: ({ kind }, { translate }) => translate(`messageKind.${kind}`) },
  // As in the portal, what has not been read stands out.
  { key: 'title', title: 'messages.title', tone: ({ unread }) => (unread ? 'strong' : undefined) },
  { key: 'unread', title: 'messages.unread', text: ({ unread }, tell) => tell.yesNo(unread) },
  { key: 'language', title: 'messages.language', hidden: true },
  {
    key: 'documents',
    title: 'messages.documents',
    text: ({ documents }, tell) => documents.map(({ name, size }) => `${name} (${tell.size(size)})`).join(', '),
    hidden: true,
  },
];

export const messageFields: readonly Column<Message>[] = allOf(messageColumns);
