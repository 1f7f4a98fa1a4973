import ICAL from 'ical.js';
import { afterEach, expect, test } from 'vitest';
import { calendarText } from '../../../src/platform/calendar.js';
import type { CalendarEntry } from '../../../src/platform/calendar.js';

const entry: CalendarEntry = {
  uid: 'salary-2026-10001.00@portal.example/ak095',
  day: '2027-01-30',
  summary: 'Lohnmeldung 2026: Müller, Söhne; «Zürich» & Co (10001.00)',
  description: 'Status: fehlt\\n\nBEGIN:VALARM',
  alarmDays: [7, 1],
};
const at = new Date('2026-11-20T08:00:00Z');
const written = (entries: readonly CalendarEntry[] = [entry]) => calendarText({ name: 'Lohnmeldungen', at, entries });
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test.each(['UTC', 'Europe/Zurich', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'another reader finds the day, the texts and the alarms again: %s',
  async (there) => {
    process.env['TZ'] = there;
    const [event, ...others] = new ICAL.Component(
      ICAL.parse(await written()) as [string, unknown[], unknown[]],
    ).getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    const read = new ICAL.Event(event);
    expect(read.uid).toBe(entry.uid);
    expect(read.summary).toBe(entry.summary);
    expect(read.description).toBe(entry.description);
    expect([read.startDate.isDate, read.startDate.toString(), read.endDate.toString()]).toEqual([
      true,
      '2027-01-30',
      '2027-01-31',
    ]);
    expect(event?.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-20T08:00:00Z');
    const alarms = event?.getAllSubcomponents('valarm') ?? [];
    expect(alarms.map((alarm) => alarm.getFirstPropertyValue('trigger')?.toString())).toEqual(['-P7D', '-P1D']);
    expect(alarms.map((alarm) => alarm.getFirstPropertyValue('action'))).toEqual(['DISPLAY', 'DISPLAY']);
  },
);

test('its lines are those of RFC 5545: CRLF after each, at most 75 octets, no property behind an alarm', async () => {
  const text = await written([entry, { ...entry, summary: 'ä'.repeat(300), uid: 'other' }]);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*END:VCALENDAR\r\n$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const names = text.split('\r\n').filter((line) => !line.startsWith(' '));
  const afterAlarms = names.filter((_line, index) => names[index - 1] === 'END:VALARM');
  expect(afterAlarms.filter((line) => line !== 'BEGIN:VALARM' && line !== 'END:VEVENT')).toEqual([]);
});

test('a calendar without entries is one all the same', async () => {
  const calendar = new ICAL.Component(ICAL.parse(await written([])) as [string, unknown[], unknown[]]);
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Lohnmeldungen');
  expect(calendar.getAllSubcomponents()).toEqual([]);
});
