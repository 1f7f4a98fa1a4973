import type { CalendarEntry } from '../platform/calendar.js';
import { printableLine } from '../render/printable.js';
import { isOpen } from './due-board.js';
import type { DueRow } from './due-board.js';

/** What an entry says of a row, in the reader's language. */
export interface DueTexts {
  readonly summary: (row: DueRow) => string;
  readonly description: (row: DueRow) => string;
}

/** Time to gather what is missing, and the last call. */
const alarmDays = [7, 1] as const;

/** An entry for each row that is open, on the day that it is due. Names are the portal's; they stay on their line. */
export function dueEntries(rows: readonly DueRow[], portal: string, texts: DueTexts): readonly CalendarEntry[] {
  const { host, pathname } = new URL(portal);
  return rows.filter(isOpen).map((row) => ({
    uid: `salary-${row.year}-${row.client}@${host}${pathname}`,
    day: row.dueOn,
    summary: printableLine(texts.summary(row)),
    description: printableLine(texts.description(row)),
    alarmDays,
  }));
}
