import path from 'node:path';
import { exitCodes } from '../../errors.js';
import { byUrgency, dueRowsOf, dueWithin } from '../../operations/due-board.js';
import type { DueRow } from '../../operations/due-board.js';
import { dueEntries } from '../../operations/due-calendar.js';
import { writeNewFile } from '../../operations/new-file.js';
import { swissDayAtPortal } from '../../operations/swiss-day.js';
import type { Translate } from '../../i18n/translate.js';
import { list } from '../define.js';
import { integer, pattern, text } from '../options.js';
import { dueColumns, stateText } from './due-columns.js';

export const dueDeclarations = list({
  name: 'due',
  summary: 'salary.due.summary',
  details: 'salary.due.details',
  examples: [
    'connect salary due',
    'connect salary due --within 14d',
    'connect salary due --client 10001.00 --year 2024',
    'connect salary due --ical fristen.ics',
  ],
  acts: 'client',
  everyClient: true,
  local: true,
  args: {},
  options: {
    year: integer('--year <year>', 'salary.due.year', { min: 2000, max: 2100 }),
    within: pattern('--within <days>', 'salary.due.within', /^\d{1,3}d?$/, '14d'),
    ical: text('--ical <file>', 'salary.due.ical'),
  },
  rows: async function* ({ year }, { portal, client, world, wire }) {
    // The fund's clock decides what is late; it has been heard by now, since it was asked for the clients.
    yield* await dueRowsOf(portal, client, swissDayAtPortal(world.clock, wire.clockCheck), year);
  },
  together: async (rows, { within, ical }, { world, login, translate, notify, raise }) => {
    const sorted = rows.toSorted(byUrgency);
    if (within !== undefined) {
      const days = parseInt(within, 10);
      const count = dueWithin(sorted, days).length;
      if (count > 0) raise(exitCodes.finding);
      await notify(count === 0 ? 'salary.due.nothingWithin' : 'salary.due.someWithin', { count, days });
    }
    if (ical === undefined) return sorted;
    const { calendarText } = await import('../../platform/calendar.js');
    const entries = dueEntries(sorted, login.address.href, textsIn(translate));
    const content = await calendarText({ name: translate('salary.due.calendar'), at: world.clock.now(), entries });
    if (ical === '-') {
      await world.stdout.write(content);
      return undefined;
    }
    const { file } = await writeNewFile(path.resolve(world.cwd, ical), [content], world.random);
    await notify('salary.due.written', { file, count: entries.length });
    return sorted;
  },
  columns: dueColumns,
  empty: 'salary.empty',
});

const textsIn = (translate: Translate) => ({
  summary: ({ year, name, client }: DueRow) => translate('salary.due.event', { year, name, client }),
  description: (row: DueRow) => translate('salary.due.eventState', { state: stateText(row, translate) }),
});
