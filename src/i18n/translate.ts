import type { Params } from '../errors.js';
import type { Env } from '../platform/ports.js';
import { isTime, timeTeller } from '../render/times.js';
import { printableLine } from '../render/printable.js';
import type { Messages, Plural } from './catalog.js';
import type { audit } from './en/audit.js';
import type { findings } from './en/findings.js';
import type { MessageKey } from './en/index.js';
import type { rules } from './en/rules.js';

export const languages = ['de', 'fr', 'it', 'en'] as const;
export type Language = (typeof languages)[number];
export type { MessageKey };
export type FindingKey = keyof typeof findings;
export type RuleKey = keyof typeof rules;
export type AuditKey = keyof typeof audit;

/** Gives the text of a key in the reader's language. Values are made harmless on the way in: many come from a portal. */
export type Translate<Key extends string = MessageKey> = (key: Key, params?: Params) => string;

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/**
 * The language of the system's locale. POSIX names such as `de_CH.UTF-8` are not BCP 47 tags, and `Intl.Locale` throws
 * on them; `C` and `POSIX` mean none.
 */
export function localeLanguage(env: Env): Language | undefined {
  const name = env[localeVariable(env) ?? ''] ?? '';
  const language = /^([a-z]{2})(?:[_.@-]|$)/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return isLanguage(language) ? language : undefined;
}

/** Which variable decides over the locale; an empty one counts as unset (POSIX, Base Definitions, section 8.2). */
export function localeVariable(env: Env): string | undefined {
  return ['LC_ALL', 'LC_MESSAGES', 'LANG'].find((name) => env[name] !== undefined && env[name] !== '');
}

const catalogs: Readonly<Record<Language, () => Promise<{ catalog: Messages }>>> = {
  de: () => import('./de/index.js'),
  fr: () => import('./fr/index.js'),
  it: () => import('./it/index.js'),
  en: () => import('./en/index.js'),
};

/** Apart from the rest, since only salary files need them, and they are many. */
const findingCatalogs: Readonly<Record<Language, () => Promise<{ findings: Messages }>>> = {
  de: () => import('./de/findings.js'),
  fr: () => import('./fr/findings.js'),
  it: () => import('./it/findings.js'),
  en: () => import('./en/findings.js'),
};

const ruleCatalogs: Readonly<Record<Language, () => Promise<{ rules: Messages }>>> = {
  de: () => import('./de/rules.js'),
  fr: () => import('./fr/rules.js'),
  it: () => import('./it/rules.js'),
  en: () => import('./en/rules.js'),
};

/** As well: only audits of access need them. */
const auditCatalogs: Readonly<Record<Language, () => Promise<{ audit: Messages }>>> = {
  de: () => import('./de/audit.js'),
  fr: () => import('./fr/audit.js'),
  it: () => import('./it/audit.js'),
  en: () => import('./en/audit.js'),
};

export async function translator(language: Language): Promise<Translate> {
  return translating(language, (await catalogs[language]()).catalog);
}

export async function findingTranslator(language: Language): Promise<Translate<FindingKey>> {
  return translating(language, (await findingCatalogs[language]()).findings);
}

export async function ruleTranslator(language: Language): Promise<Translate<RuleKey>> {
  return translating(language, (await ruleCatalogs[language]()).rules);
}

export async function auditTranslator(language: Language): Promise<Translate<AuditKey>> {
  return translating(language, (await auditCatalogs[language]()).audit);
}

function translating<Key extends string>(language: Language, catalog: Messages): Translate<Key> {
  let plurals: Intl.PluralRules | undefined;
  const times = timeTeller(language);
  return (key, params = {}) => {
    const message = catalog[key] ?? key;
    const text =
      typeof message === 'string'
        ? message
        : formOf(message, (plurals ??= new Intl.PluralRules(language)).select(Number(params['count'])));
    const valueOf = (placeholder: string, name: string): string => {
      const value = params[name];
      if (value === undefined) return placeholder;
      if (isTime(value)) return times(value);
      // Why a file can't be used goes by the system's name for it.
      const reason = name === 'reason' || name === 'where' ? catalog[`reason.${value}`] : undefined;
      return typeof reason === 'string' ? reason : printableLine(String(value));
    };
    if (language !== 'it') return text.replace(/\{(\w+)\}/g, valueOf);
    return text.replace(
      /(\b(?:il|al|dal|del|nel|sul) )?\{(\w+)\}/gi,
      (placeholder, article: string | undefined, name) => {
        const value = valueOf(placeholder, name as string);
        return article === undefined || value === placeholder ? value : elided(article, value);
      },
    );
  };
}

/** Italian says l’8 and l’11, all’8, dell’11 (otto, undici). */
function elided(article: string, value: string): string {
  if (!/^(?:8|11)(?![\d’'])/.test(value)) return article + value;
  const stem = /^il $/i.test(article)
    ? article.slice(0, -3) + (article.startsWith('I') ? 'L' : 'l')
    : article.trimEnd() + 'l';
  return `${stem}’${value}`;
}

function formOf(message: Plural, category: Intl.LDMLPluralRule): string {
  if (category === 'one') return message.one;
  return (category === 'many' ? message.many : undefined) ?? message.other;
}
