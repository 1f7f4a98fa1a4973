import type { Language, Translate } from '../i18n/translate.js';
import { locales, timeTeller } from './times.js';

/** How things are said to a person, in the person's language. */
export interface Tell {
  readonly translate: Translate;
  readonly yesNo: (value: boolean) => string;
  /** A decimal string, `12.5`, as so many percent, with one decimal. */
  readonly percent: (value: string) => string;
  readonly day: (iso: string | null) => string;
  readonly time: (iso: string | null) => string;
  /** A decimal string as francs. */
  readonly money: (amount: string) => string;
  readonly size: (bytes: number) => string;
}

export function teller(language: Language, translate: Translate): Tell {
  const locale = locales[language];
  const percents = once(
    () =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
  );
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));
  const times = timeTeller(language);
  const francs = once(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  const numbers = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  return {
    translate,
    yesNo: (value) => translate(value ? 'common.yes' : 'common.no'),
    percent: (value) => percents().format(value as Intl.StringNumericLiteral),
    day: (iso) => {
      const time = Date.parse(`${iso ?? ''}T00:00:00Z`);
      return Number.isNaN(time) ? (iso ?? '') : days().format(time);
    },
    time: (iso) => (iso === null ? '' : times(iso)),
    money: (amount) => francs().format(amount as Intl.StringNumericLiteral),
    size: (bytes) => (bytes < 1024 ? `${bytes} B` : `${numbers().format(bytes / 1024)} KiB`),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
