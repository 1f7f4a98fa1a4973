import type { Task } from '../../../contract/portal.gen.js';
import type { Tell } from '../../render/tell.js';
import { allOf } from '../../render/view.js';
import type { Column } from '../../render/view.js';

export const taskColumns: readonly Column<Task>[] = [
  { key: 'id', title: 'tasks.id', whole: true },
  { key: 'kind', title: 'tasks.kind', text: ({ kind }, { translate }) => translate(`taskKind.${kind}`) },
  { key: 'title', title: 'tasks.title', tone: ({ state }) => (state === 'open' ? 'strong' : undefined) },
  { key: 'dueOn', title: 'tasks.dueOn', text: ({ dueOn }, tell) => tell.day(dueOn) },
  { key: 'state', title: 'tasks.state', text: ({ state }, { translate }) => translate(`taskState.${state}`) },
  { key: 'theme', title: 'tasks.theme', text: ({ theme }, { translate }) => translate(`theme.${theme}`), hidden: true },
  { key: 'description', title: 'tasks.description', hidden: true },
  {
    key: 'attachmentRequired',
    title: 'tasks.attachmentRequired',
    text: ({ attachmentRequired }, tell) => tell.yesNo(attachmentRequired),
    hidden: true,
  },
  { key: 'createdAt', title: 'tasks.createdAt', text: ({ createdAt }, tell) => tell.time(createdAt), hidden: true },
  {
    key: 'completedAt',
    title: 'tasks.completedAt',
    text: ({ completedAt }, tell) => tell.time(completedAt),
    hidden: true,
  },
  { key: 'subject', title: 'tasks.subject', text: subjectText, hidden: true },
];

export const taskFields: readonly Column<Task>[] = allOf(taskColumns);

/** What is not null, as `year 2025`. */
function subjectText({ subject }: Task, { translate }: Tell): string {
  const names = ['employee', 'year', 'declaration', 'notice'] as const;
  return names
    .filter((name) => subject[name] !== null)
    .map((name) => `${translate(`tasks.subject.${name}`)} ${String(subject[name])}`)
    .join(', ');
}
