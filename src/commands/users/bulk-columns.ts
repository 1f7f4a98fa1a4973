import type { RowResult } from '../../operations/bulk/results.js';
import type { Column, Tone } from '../../render/view.js';

const tones: Readonly<Record<RowResult['outcome'], Tone>> = {
  planned: 'strong',
  done: 'good',
  already: 'muted',
  bad: 'bad',
  failed: 'bad',
  unknown: 'warning',
  unprocessed: 'warning',
};

/** What became of each row of a file. */
export const rowColumns: readonly Column<RowResult>[] = [
  { key: 'line', title: 'bulk.line' },
  { key: 'column', title: 'bulk.column', whole: true },
  { key: 'client', title: 'common.client', whole: true },
  { key: 'user', title: 'bulk.user', whole: true },
  {
    key: 'outcome',
    whole: true,
    title: 'bulk.outcome',
    text: ({ outcome }, { translate }) => translate(`rowOutcome.${outcome}`),
    tone: ({ outcome }) => tones[outcome],
  },
  { key: 'code', title: 'bulk.code', whole: true },
  // Whoever has to mend it has to read all of it.
  { key: 'reason', title: 'bulk.reason', whole: true },
];
