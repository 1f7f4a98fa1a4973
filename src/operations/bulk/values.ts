import type { Language, Theme, UserKind } from '../../../contract/portal.gen.js';
import type { RowColumn } from './columns.js';
import type { RowFault } from './faults.js';

/** What a row says. A cell that is empty says nothing. */
export interface RowValues {
  readonly client?: string;
  readonly user?: string;
  readonly userName?: string;
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly language?: Language;
  readonly mobileNumber?: string;
  readonly administrator?: boolean;
  readonly permissions?: readonly Theme[];
  readonly kind?: UserKind;
  /** RFC 3339; null lifts a lock. */
  readonly lockedUntil?: string | null;
}

interface Reading {
  /** Undefined if it makes no sense. */
  readonly read: (text: string, now: Date) => RowValues[RowColumn];
  /** How it would make sense. */
  readonly expected: string;
}

const isTheme: Readonly<Record<Theme, true>> = {
  employees: true,
  'salary-declaration': true,
  'family-allowances': true,
  'income-compensation': true,
  'insurance-certificates': true,
  'work-interruption': true,
  settlements: true,
  'other-business': true,
  messages: true,
  platforms: true,
};

/** In the order of the contract. */
const themes = Object.keys(isTheme) as readonly Theme[];

const languages: Readonly<Record<string, Language>> = words({
  de: 'de deutsch german allemand tedesco',
  fr: 'fr français francais französisch franzoesisch french francese',
  it: 'it italiano italienisch italian italien',
  en: 'en english englisch anglais inglese',
});

const kinds: Readonly<Record<string, UserKind>> = words({
  employee: 'employee mitarbeiter mitarbeiterin angestellt employé employe employée dipendente',
  fiduciary: 'fiduciary treuhänder treuhaender treuhänderin treuhand fiduciaire fiduciario fiduciaria',
});

const answers: Readonly<Record<string, 'yes' | 'no'>> = words({
  yes: 'yes y ja j oui o sì si s true wahr vrai vero 1 x',
  no: 'no n nein non false falsch faux falso 0',
});

const none = /^(?:none|keine|kein|aucun|aucune|nessuno|nessuna|-|–)$/i;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

const readings: Readonly<Record<RowColumn, Reading>> = {
  client: { read: short, expected: '10001.00' },
  user: { read: short, expected: 'beat.keller' },
  userName: { read: (text) => (/^\S{1,254}$/.test(text) ? short(text) : undefined), expected: 'beat.keller' },
  firstName: { read: name, expected: 'Beat' },
  lastName: { read: name, expected: 'Keller' },
  email: {
    read: (text) => (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) ? short(text) : undefined),
    expected: 'name@example.ch',
  },
  language: { read: (text) => languages[text.toLowerCase()], expected: 'de, fr, it, en' },
  mobileNumber: {
    read: (text) => {
      const digits = text.replace(/[\s()/.]/g, '').replace(/^00/, '+');
      return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
    },
    expected: '+41791234512',
  },
  administrator: {
    read: (text) => {
      const answer = answers[text.toLowerCase()];
      return answer === undefined ? undefined : answer === 'yes';
    },
    expected: 'yes, no',
  },
  permissions: {
    read: (text) => {
      if (none.test(text)) return [];
      const named = text.split(/[\s|,;]+/).filter((one) => one !== '');
      return named.every((one) => Object.hasOwn(isTheme, one))
        ? themes.filter((one) => named.includes(one))
        : undefined;
    },
    expected: themes.join(' '),
  },
  kind: { read: (text) => kinds[text.toLowerCase()], expected: 'employee, fiduciary' },
  lockedUntil: {
    read: (text, now) => {
      if (none.test(text)) return null;
      return time.test(text) && Date.parse(text) > now.getTime() ? new Date(text).toISOString() : undefined;
    },
    expected: '2027-12-31T18:00:00+01:00, none',
  },
};

/** Reads the cells of a row; what makes no sense is a fault. */
export function readValues(
  line: number,
  cells: ReadonlyMap<RowColumn, string>,
  now: Date,
): { readonly values: RowValues; readonly faults: readonly RowFault[] } {
  const values: Partial<Record<RowColumn, unknown>> = {};
  const faults: RowFault[] = [];
  for (const [column, text] of cells) {
    if (text === '') continue;
    const { read, expected } = readings[column];
    const value = read(text, now);
    if (value !== undefined) values[column] = value;
    else faults.push({ line, column, code: 'value-invalid', params: { value: text.slice(0, 60), expected } });
  }
  return { values: values as RowValues, faults };
}

function short(text: string): string | undefined {
  return text.length <= 254 && !/\p{Cc}/u.test(text) ? text : undefined;
}

/** The portal takes no longer ones. */
function name(text: string): string | undefined {
  return text.length <= 100 ? short(text) : undefined;
}

function words<T extends string>(meanings: Readonly<Record<T, string>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries<string>(meanings).flatMap(([meaning, all]) => all.split(' ').map((word) => [word, meaning as T])),
  );
}
