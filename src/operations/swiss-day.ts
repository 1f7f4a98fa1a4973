const clock = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Zurich',
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/**
 * When a day begins in Switzerland, as an RFC 3339 time in UTC.
 * @param day `YYYY-MM-DD`
 */
export function startOfSwissDay(day: string): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  // Switzerland lies east of Greenwich: at midnight there, Swiss clocks show how far they are ahead. They are never put
  // forward or back before that.
  const shown = (type: string): number =>
    Number(clock.formatToParts(midnight).find((part) => part.type === type)?.value);
  const aheadSeconds = (shown('hour') * 60 + shown('minute')) * 60 + shown('second');
  return new Date(midnight.getTime() - aheadSeconds * 1000).toISOString();
}
