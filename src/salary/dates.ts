declare const brand: unique symbol;

/** A day of the calendar, `YYYY-MM-DD`; compares as text. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };

const timeZone = '(?:Z|[+-][0-9]{2}:[0-9]{2})?';
const datePattern = new RegExp(`^([0-9]{4}-[0-9]{2}-[0-9]{2})${timeZone}$`);
const yearPattern = new RegExp(`^([0-9]{4})${timeZone}$`);

/** Reads an `xs:date`; a time zone is allowed there and means nothing here. */
export function parseDate(text: string): IsoDate | undefined {
  const day = datePattern.exec(text.trim())?.[1];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? (day as IsoDate) : undefined;
}

/** Reads an `xs:gYear`. */
export function parseYear(text: string): number | undefined {
  const year = yearPattern.exec(text.trim())?.[1];
  return year === undefined ? undefined : Number(year);
}
