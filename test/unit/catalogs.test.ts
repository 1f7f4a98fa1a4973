import { expect, test } from 'vitest';
import { errorExitCodes } from '../../src/errors.js';
import type { Message } from '../../src/i18n/catalog.js';
import { audit as deAudit } from '../../src/i18n/de/audit.js';
import { findings as deFindings } from '../../src/i18n/de/findings.js';
import { catalog as de } from '../../src/i18n/de/index.js';
import { audit as enAudit } from '../../src/i18n/en/audit.js';
import { findings as enFindings } from '../../src/i18n/en/findings.js';
import { catalog as en } from '../../src/i18n/en/index.js';
import { audit as frAudit } from '../../src/i18n/fr/audit.js';
import { findings as frFindings } from '../../src/i18n/fr/findings.js';
import { catalog as fr } from '../../src/i18n/fr/index.js';
import { audit as itAudit } from '../../src/i18n/it/audit.js';
import { findings as itFindings } from '../../src/i18n/it/findings.js';
import { catalog as it } from '../../src/i18n/it/index.js';
import { translator } from '../../src/i18n/translate.js';

type Catalog = Readonly<Record<string, Message>>;
const english: Catalog = { ...en, ...enAudit, ...enFindings };
const others: readonly (readonly [string, Catalog])[] = [
  ['de', { ...de, ...deAudit, ...deFindings }],
  ['fr', { ...fr, ...frAudit, ...frFindings }],
  ['it', { ...it, ...itAudit, ...itFindings }],
];

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : (Object.values(message) as string[]);
const placeholders = (message: Message): string[] =>
  [
    ...new Set(formsOf(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))),
  ].sort();

test.each(others)('%s has the keys of English, no more and no fewer', (_language, catalog) => {
  expect(Object.keys(catalog).sort()).toEqual(Object.keys(english).sort());
});

test.each(others)('every text of %s has the placeholders of the English one', (_language, catalog) => {
  const differing = Object.entries(english)
    .map(([key, text]) => ({ key, expected: placeholders(text), found: placeholders(catalog[key] ?? '') }))
    .filter(({ expected, found }) => expected.join() !== found.join());
  expect(differing).toEqual([]);
});

test.each(others)(
  '%s says something where English does, nothing where it does not, and has plurals where it has',
  (_language, catalog) => {
    const differing = Object.entries(english).filter(([key, text]) => {
      const other = catalog[key] ?? '';
      return (
        typeof other !== typeof text ||
        formsOf(text).some((form) => form === '') !== formsOf(other).some((form) => form === '')
      );
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  },
);

test.each(others)('no sentence of %s was left in English', (_language, catalog) => {
  const left = Object.entries(english).filter(
    ([key, text]) => isProse(text) && formsOf(catalog[key] ?? '').join() === formsOf(text).join(),
  );
  expect(left.map(([key]) => key)).toEqual([]);
});

/** Four words or more that are not a command line to type: the same ones in two languages are no accident. */
function isProse(text: Message): boolean {
  const [form = ''] = formsOf(text).map((one) => one.replace(/\{\w+\}|connect [a-z-]+(?: [a-z-]+)?|--[a-z-]+/g, ''));
  return form.split(/\s+/).filter((word) => /^[a-z]{2,}/i.test(word)).length >= 4;
}

test.each([['en', english] as const, ...others])('no text of %s has white space around it', (_language, catalog) => {
  const untidy = Object.entries(catalog).filter(([, text]) => formsOf(text).some((form) => form !== form.trim()));
  expect(untidy.map(([key]) => key)).toEqual([]);
});

test('every error has a text that says what happened, and a place for what to do next', () => {
  const codes = Object.keys(errorExitCodes);
  expect(codes.filter((code) => !(`error.${code}` in english) || english[`error.${code}`] === '')).toEqual([]);
  expect(codes.filter((code) => !(`error.${code}.hint` in english))).toEqual([]);
  const texts = Object.keys(english).filter((key) => /^error\.[^.]+$/.test(key));
  expect(texts.map((key) => key.slice('error.'.length)).filter((code) => !(code in errorExitCodes))).toEqual([]);
});

test('plurals follow the language: French takes 0 for one, the others for many', async () => {
  const count = async (language: 'de' | 'fr' | 'it' | 'en', n: number): Promise<string> =>
    (await translator(language))('error.salary-file-invalid', { file: 'f', count: n });
  const formOf = (catalog: Catalog, form: 'one' | 'other', n: number): string => {
    const message = catalog['error.salary-file-invalid'];
    if (typeof message !== 'object') throw new Error('no plural');
    return message[form].replace('{file}', 'f').replace('{count}', String(n));
  };
  expect(await count('en', 1)).toBe(formOf(english, 'one', 1));
  expect(await count('en', 0)).toBe(formOf(english, 'other', 0));
  expect(await count('de', 0)).toBe(formOf(de, 'other', 0));
  expect(await count('fr', 0)).toBe(formOf(fr, 'one', 0));
  expect(await count('it', 2)).toBe(formOf(it, 'other', 2));
});

test('values are made harmless on their way into a text, and a placeholder without a value stays visible', async () => {
  const translate = await translator('en');
  const clear = '\u001b[2J';
  expect(translate('error.file-not-found', { file: `${clear}x` })).toBe('There is no file \ufffd[2Jx.');
  expect(translate('error.file-not-found')).toBe('There is no file {file}.');
  expect(translate('error.file-not-found', { file: '{file} $& $1' })).toBe('There is no file {file} $& $1.');
});

test.each([['en', english] as const, ...others])('%s writes apostrophes as printers do', (_language, catalog) => {
  const straight = Object.entries(catalog).filter(([, text]) =>
    formsOf(text).some((form) => /\p{L}'\p{L}/u.test(form)),
  );
  expect(straight.map(([key]) => key)).toEqual([]);
});

test('French has a narrow space before double punctuation', () => {
  const french = others.find(([language]) => language === 'fr')?.[1] ?? {};
  // `otpauth:` is the scheme of an address.
  const tight = (form: string) =>
    /[^\u202f\s][;:!?](?=[ \n]|$)|[ \u00a0][;:!?](?=[ \n]|$)/u.test(form.replaceAll('otpauth:', ''));
  const wrong = Object.entries(french).filter(([, text]) => formsOf(text).some(tight));
  expect(wrong.map(([key]) => key)).toEqual([]);
});
