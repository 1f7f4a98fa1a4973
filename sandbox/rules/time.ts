export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Summer time lasts from the last Sunday of March to the last Sunday of October, 01:00 UTC each (since 1996). */
function zurichOffset(time: number): number {
  const year = new Date(time).getUTCFullYear();
  return time >= lastSunday(year, 2) && time < lastSunday(year, 9) ? 2 * hour : hour;
}

function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0, 1));
  return end.getTime() - end.getUTCDay() * day;
}

/** RFC 3339 in Swiss time, without fractions: `2026-11-20T09:00:00+01:00`. */
export function rfc3339(time: number): string {
  const offset = zurichOffset(time);
  return `${new Date(time + offset).toISOString().slice(0, 19)}+0${String(offset / hour)}:00`;
}

/** The calendar day in Switzerland: `2026-11-20`. */
export function dayOf(time: number): string {
  return new Date(time + zurichOffset(time)).toISOString().slice(0, 10);
}

export function yearOf(time: number): number {
  return Number(dayOf(time).slice(0, 4));
}

/** Midnight in Switzerland at the beginning of a calendar day. */
export function startOfDay(calendarDay: string): number {
  const utc = Date.parse(`${calendarDay}T00:00:00Z`);
  return utc - zurichOffset(utc - hour);
}

export function orNull<T>(time: number | null, show: (time: number) => T): T | null {
  return time === null ? null : show(time);
}
