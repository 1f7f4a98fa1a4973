import type { ClockCheck } from '../api/clock-check.js';
import type { Clock } from '../platform/ports.js';

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

const calendar = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day that it is in Switzerland at a moment, `YYYY-MM-DD`. */
export function swissDayOf(moment: Date): string {
  const parts = calendar.formatToParts(moment);
  const shown = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${shown('year')}-${shown('month')}-${shown('day')}`;
}

/** How many days lie between two days, `YYYY-MM-DD`; negative if the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** The day that it is in Switzerland by the portal's clock, which decides, as far as it has been heard. */
export function swissDayAtPortal(now: Pick<Clock, 'now'>, heard: Pick<ClockCheck, 'secondsAhead'> | undefined): string {
  const aheadMs = (heard?.secondsAhead ?? 0) * 1000;
  return swissDayOf(new Date(now.now().getTime() - aheadMs));
}
