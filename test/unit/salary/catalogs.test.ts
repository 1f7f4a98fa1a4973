import { expect, test } from 'vitest';
import type { Message, Messages } from '../../../src/i18n/catalog.js';
import { findings as german } from '../../../src/i18n/de/findings.js';
import { findings as english } from '../../../src/i18n/en/findings.js';
import { findings as french } from '../../../src/i18n/fr/findings.js';
import { findings as italian } from '../../../src/i18n/it/findings.js';
import { rules as germanRules } from '../../../src/i18n/de/rules.js';
import { rules as englishRules } from '../../../src/i18n/en/rules.js';
import { rules as frenchRules } from '../../../src/i18n/fr/rules.js';
import { rules as italianRules } from '../../../src/i18n/it/rules.js';
import { declarations, rules } from '../../../src/salary/rules/index.js';

const catalogs: readonly (readonly [string, Messages])[] = [
  ['English', english],
  ['German', german],
  ['French', french],
  ['Italian', italian],
];

const ruleCatalogs: readonly (readonly [string, Messages])[] = [
  ['English', englishRules],
  ['German', germanRules],
  ['French', frenchRules],
  ['Italian', italianRules],
];

const faults = declarations.flatMap(({ code, level, variants }) =>
  Object.entries(variants).map(([variant, severity]) => ({ key: `finding.${code}.${variant}`, level, severity })),
);

const forms = (message: Message | undefined): readonly string[] =>
  message === undefined ? [] : typeof message === 'string' ? [message] : (Object.values(message) as string[]);

const placeholders = (message: Message | undefined) =>
  [...new Set(forms(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

test('every code is declared once', () => {
  const codes = declarations.map(({ code }) => code);
  expect(codes.length).toBe(new Set(codes).size);
  for (const rule of rules) expect(declarations).toContain(rule);
});

test('the level follows from the letter of the code', () => {
  const levels = { X: 'Validity', V: 'Validity', P: 'Plausibility', A: 'Acceptance', T: 'Validity' };
  for (const { code, level } of declarations) expect([code, level]).toEqual([code, levels[code[0] as 'X']]);
});

test('only these faults let a file pass', () => {
  expect(faults.filter(({ severity }) => severity !== 'error').map(({ key, severity }) => [key, severity])).toEqual([
    ['finding.X12.omitted', 'info'],
    ['finding.T06.unread', 'info'],
    ['finding.T08.hidden', 'warning'],
    ['finding.T08.total', 'warning'],
    ['finding.T08.none', 'warning'],
    ['finding.A03.waiting', 'warning'],
    ['finding.A03.same', 'info'],
    ['finding.V03.totals', 'warning'],
    ['finding.V04.years', 'warning'],
    ['finding.P01.unknown', 'warning'],
    ['finding.P02.checkDigit', 'warning'],
    ['finding.P07.proRata', 'warning'],
    ['finding.P09.notDivided', 'warning'],
    ['finding.P10.notLevied', 'warning'],
    ['finding.P11.beforeEntry', 'warning'],
    ['finding.P11.afterWithdrawal', 'warning'],
    ['finding.P11.withdrawalFirst', 'warning'],
    ['finding.P11.overlap', 'warning'],
    ['finding.P12.earlier', 'info'],
    ['finding.P12.later', 'warning'],
    ['finding.P12.unknownFigures', 'info'],
    ['finding.P13.twice', 'warning'],
    ['finding.P13.withoutNumber', 'warning'],
    ['finding.P13.limit', 'info'],
    ['finding.P14.missing', 'warning'],
    ['finding.P15.amount', 'warning'],
    ['finding.P16.declared', 'info'],
    ['finding.A04.test', 'info'],
  ]);
});

test.each(catalogs)('every fault has its two texts in %s, and no text is without a fault', (_language, catalog) => {
  const needed = faults.flatMap(({ key }) => [key, `${key}.fix`]);
  expect(Object.keys(catalog).sort()).toEqual(needed.sort());
});

test.each(catalogs)('the texts in %s have the placeholders of the English ones', (_language, catalog) => {
  for (const [key, message] of Object.entries(english)) {
    expect([key, placeholders(catalog[key])]).toEqual([key, placeholders(message)]);
  }
});

test.each(ruleCatalogs)('every rule is told in %s', (_language, catalog) => {
  const untold = declarations.map(({ code }) => `rule.${code}`).filter((key) => !(key in catalog));
  expect(untold).toEqual([]);
});

test.each([...catalogs, ...ruleCatalogs])('the texts in %s are whole sentences', (_language, catalog) => {
  for (const [key, message] of Object.entries(catalog)) {
    for (const text of forms(message))
      expect([key, text]).toEqual([key, expect.stringMatching(/^[“«]?\u202f?[\p{Lu}{].*\.(?:ch\.)?$/u)]);
  }
});

test('no translation is a copy of another language', () => {
  for (const [index, [, catalog]] of [...catalogs.entries(), ...ruleCatalogs.entries()]) {
    const others = (ruleCatalogs.some(([, one]) => one === catalog) ? ruleCatalogs : catalogs).slice(index + 1);
    for (const [, other] of others) {
      const copies = Object.keys(catalog).filter((key) => JSON.stringify(catalog[key]) === JSON.stringify(other[key]));
      expect(copies).toEqual([]);
    }
  }
});

test('German is written as in Switzerland', () => {
  const messages: readonly Message[] = [...Object.values(german), ...Object.values(germanRules)];
  for (const message of messages) for (const text of forms(message)) expect(text).not.toMatch(/[ß„“"]/);
});
