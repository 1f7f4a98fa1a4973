import type { Translate } from '../../i18n/translate.js';
import type { DueRow } from '../../operations/due-board.js';
import type { Tell } from '../../render/tell.js';
import type { Column, Tone } from '../../render/view.js';

const soonDays = 14;

/** Beside the client, which comes first. */
export const dueColumns: readonly Column<DueRow>[] = [
  { key: 'name', title: 'salary.due.name' },
  { key: 'year', title: 'salary.year', tone: () => 'strong' },
  { key: 'state', title: 'salary.state', text: (row, { translate }) => stateText(row, translate), tone },
  { key: 'declaration', title: 'salary.due.declaration', whole: true },
  { key: 'dueOn', title: 'tasks.dueOn', text: ({ dueOn }, tell) => tell.day(dueOn), whole: true },
  { key: 'daysLeft', title: 'salary.due.daysLeft', tone },
  { key: 'interest', title: 'salary.due.interest', text: ({ interest }, tell) => amount(interest, tell), whole: true },
  {
    key: 'contributions',
    title: 'salary.due.contributions',
    text: ({ contributions }, tell) => amount(contributions, tell),
    hidden: true,
  },
  {
    key: 'basis',
    title: 'salary.due.basis',
    text: ({ basis }, { translate }) => (basis === null ? '–' : translate(`salary.due.basis.${basis}`)),
    hidden: true,
  },
  { key: 'submittedBy', title: 'salary.submittedBy', hidden: true },
];

export const stateText = ({ state }: DueRow, translate: Translate): string =>
  translate(state === 'missing' ? 'salary.due.missing' : `declarationState.${state}`);

const amount = (value: string | null, { money }: Tell): string => (value === null ? '–' : money(value));

function tone({ state, daysLeft }: DueRow): Tone | undefined {
  if (daysLeft === null) return 'good';
  if (daysLeft < 0 || state === 'rejected') return 'bad';
  return daysLeft <= soonDays ? 'warning' : undefined;
}
