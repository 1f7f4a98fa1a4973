/** Something that is due on a day. */
export interface CalendarEntry {
  /** Stable: an entry that is imported again takes its own place. */
  readonly uid: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  /** How many days before it to remind. */
  readonly alarmDays: readonly number[];
}

export interface Calendar {
  readonly name: string;
  /** When the entries were put together (`DTSTAMP`). */
  readonly at: Date;
  readonly entries: readonly CalendarEntry[];
}

const daySeconds = 86_400;

/**
 * A calendar in iCalendar form (RFC 5545): an all-day event for each entry, which leaves the day free for other things,
 * with its alarms.
 */
export async function calendarText({ name, at, entries }: Calendar): Promise<string> {
  const { default: ical, ICalAlarmType, ICalEventTransparency } = await import('ical-generator');
  const calendar = ical({ name, prodId: { company: 'connect', product: 'connect-portal-cli' } });
  // No property may stand behind an alarm, and this library puts `url` and some others there.
  for (const { uid, day, summary, description, alarmDays } of entries) {
    const event = calendar.createEvent({
      id: uid,
      stamp: at,
      // Without a time zone the day is written as it is in UTC, whatever this computer's is.
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    for (const days of alarmDays) {
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore: days * daySeconds, description: summary });
    }
  }
  // Lines of RFC 5545 all end, the last one, too.
  return `${calendar.toString().replace(/(?:\r\n)+$/, '')}\r\n`;
}
