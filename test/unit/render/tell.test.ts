import { auditTranslator } from '../../../src/i18n/translate.js';
import { expect, test } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import type { Language } from '../../../src/i18n/translate.js';
import { teller } from '../../../src/render/tell.js';
import type { Tell } from '../../../src/render/tell.js';

const tellIn = async (language: Language): Promise<Tell> => teller(language, await translator(language));
/** Versions of ICU differ in which space and which apostrophe they take. */
const plain = (text: string): string => text.replace(/\s/g, ' ').replaceAll('’', "'");

test.each<[Language, object]>([
  [
    'de',
    {
      day: '30.01.2026',
      time: '30.01.2026, 23:50',
      money: "1'234'567.50",
      debt: '-0.05',
      size: "1'205.6 KiB",
      percent: "-1'234.5%",
      yes: 'ja',
      no: 'nein',
    },
  ],
  [
    'fr',
    {
      day: '30 janv. 2026',
      time: '30 janv. 2026, 23:50',
      money: '1 234 567,50',
      debt: '-0,05',
      size: '1 205,6 KiB',
      percent: '-1 234,5%',
      yes: 'oui',
      no: 'non',
    },
  ],
  [
    'it',
    {
      day: '30 gen 2026',
      time: '30 gen 2026, 23:50',
      money: "1'234'567.50",
      debt: '-0.05',
      size: '1205.6 KiB',
      percent: '-1234.5%',
      yes: 'sì',
      no: 'no',
    },
  ],
  [
    'en',
    {
      day: '30 Jan 2026',
      time: '30 Jan 2026, 23:50',
      money: '1,234,567.50',
      debt: '-0.05',
      size: '1,205.6 KiB',
      percent: '-1,234.5%',
      yes: 'yes',
      no: 'no',
    },
  ],
])('%s says days, times, money, sizes and percentages as its readers do', async (language, expected) => {
  const tell = await tellIn(language);
  expect({
    day: plain(tell.day('2026-01-30')),
    time: plain(tell.time('2026-01-30T22:50:00Z')),
    money: plain(tell.money('1234567.5')),
    debt: plain(tell.money('-0.05')),
    size: plain(tell.size(1_234_567)),
    percent: plain(tell.percent('-1234.5')),
    yes: tell.yesNo(true),
    no: tell.yesNo(false),
  }).toEqual(expected);
});

test.each([
  ['the last second of winter time', '2026-03-29T00:59:59Z', '29 Mar 2026, 01:59'],
  ['the first of summer time, an hour is missing', '2026-03-29T01:00:00Z', '29 Mar 2026, 03:00'],
  ['the doubled hour for the first time', '2026-10-25T00:30:00Z', '25 Oct 2026, 02:30'],
  ['the doubled hour again', '2026-10-25T01:30:00Z', '25 Oct 2026, 02:30'],
  ['the end of the year in Switzerland', '2026-12-31T23:00:00Z', '1 Jan 2027, 00:00'],
  ['another offset', '2027-01-30T23:50:00+05:30', '30 Jan 2027, 19:20'],
])('times are told in Swiss time: %s', async (_what, iso, told) => {
  expect(plain((await tellIn('en')).time(iso))).toBe(told);
});

test('a day is the same day wherever the reader is', async () => {
  const { day } = await tellIn('en');
  const before = process.env['TZ'];
  try {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env['TZ'] = zone;
      expect(plain(day('2027-01-30'))).toBe('30 Jan 2027');
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

test('what is not there is nothing', async () => {
  const tell = await tellIn('de');
  expect([tell.day(null), tell.time(null)]).toEqual(['', '']);
});

test('what is no time is shown as the portal wrote it: a list must not fail over one cell', async () => {
  const tell = await tellIn('de');
  expect([tell.time('soon'), tell.day('31.12.2026')]).toEqual(['soon', '31.12.2026']);
});

test('money is exact beyond the numbers of floating point', async () => {
  expect(plain((await tellIn('en')).money('90071992547409.91'))).toBe('90,071,992,547,409.91');
});

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1536, '1.5 KiB'],
])('%i bytes are %s', async (bytes, told) => {
  expect((await tellIn('en')).size(bytes)).toBe(told);
});

test('Italian has no “il 8”', async () => {
  const translate = await auditTranslator('it');
  const told = (on: string) => translate('audit.mandate-expired', { person: 'Sara', on }).split(' è ')[1];
  expect(['8 nov 2026', '11 nov 2026', '18 nov 2026', '1 nov 2026', '80', '{on}'].map(told)).toEqual([
    ...['scaduta l’8 nov 2026.', 'scaduta l’11 nov 2026.', 'scaduta il 18 nov 2026.', 'scaduta il 1 nov 2026.'],
    ...['scaduta il 80.', 'scaduta il {on}.'],
  ]);
  const time = '2026-11-08T09:00:00+01:00';
  expect(translate('audit.page.as-of', { time })).toBe('Stato all’8 nov 2026, 09:00');
  expect(translate('audit.mandate-expired', { person: '{on}', on: '8' })).toContain('{on} appartiene');
  const french = await auditTranslator('fr');
  expect(french('audit.page.as-of', { time })).toContain('au 8 nov');
});
