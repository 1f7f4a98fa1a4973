const clock = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Zurich',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A moment as Swiss clocks show it, to the second, with the offset: `2026-11-20T09:00:00+01:00` (RFC 3339). */
export function swissTime(iso: string): string {
  const moment = new Date(Math.floor(Date.parse(iso) / 1000) * 1000);
  const parts = clock.formatToParts(moment);
  const shown = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const local = `${shown('year')}-${shown('month')}-${shown('day')}T${shown('hour')}:${shown('minute')}:${shown('second')}`;
  // Switzerland lies east of Greenwich.
  const ahead = (Date.parse(`${local}Z`) - moment.getTime()) / 60_000;
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${local}+${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}
