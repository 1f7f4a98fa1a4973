import type { Language } from '../i18n/translate.js';

export const locales: Readonly<Record<Language, string>> = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en-GB' };

/** Deadlines of the AHV are Swiss days, so times are told in Swiss time wherever the reader is. */
const timeZone = 'Europe/Zurich';

/** Tells an RFC 3339 time in the reader's language. The formatter is made with the first one. */
export function timeTeller(language: Language): (iso: string) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (iso) => {
    // A list must not fail over one cell: what is no time is shown as it came.
    if (Number.isNaN(Date.parse(iso))) return iso;
    format ??= new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone });
    return format.format(new Date(iso));
  };
}

export function isTime(value: unknown): value is string {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  return typeof value === 'string' && form.test(value) && !Number.isNaN(Date.parse(value));
}
