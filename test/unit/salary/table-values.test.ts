import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOfNumber, amountOfText } from '../../../src/salary/table/amount.js';
import { dayOfSerial, dayOfText } from '../../../src/salary/table/day.js';

const seeded = { seed: 20260130, numRuns: 2000 };

describe('amounts as people write them', () => {
  test.each([
    ["91'000.00", 9_100_000],
    ['91’000.00', 9_100_000],
    ['91’000', 9_100_000],
    ['91 000.00', 9_100_000],
    ['91\u00a0000,50', 9_100_050],
    ['91\u202f000.5', 9_100_050],
    ['1´234`567.05', 123_456_705],
    ['91000', 9_100_000],
    ['91000.5', 9_100_050],
    ['91000,50', 9_100_050],
    ['91.000,50', 9_100_050],
    ['91,000.50', 9_100_050],
    ['1.234.567', 123_456_700],
    ['91000.-', 9_100_000],
    ['91’000.–', 9_100_000],
    ['CHF 91’000.00', 9_100_000],
    ['Fr. 12.50', 1250],
    ['12.50 CHF', 1250],
    ['-1’500.00', -150_000],
    ['− 1500', -150_000],
    ['-0.00', 0],
    ['0', 0],
    ['91000.000', 9_100_000],
  ])('%s', (text, rappen) => {
    expect(amountOfText(text)).toBe(rappen);
  });

  test.each([
    ['91.000', 'ambiguousAmount'],
    ['91,000', 'ambiguousAmount'],
    ['-1,234', 'ambiguousAmount'],
    ['0.125', 'precise'],
    ['91000.005', 'precise'],
    ['', 'amount'],
    ['-', 'amount'],
    ['1e5', 'amount'],
    ["91'00.00", 'amount'],
    ["91'000 000", 'amount'],
    ['91.000.00', 'amount'],
    ['1’234.567.890', 'amount'],
    ['(1500)', 'amount'],
    ['1500-', 'amount'],
    ['EUR 12', 'amount'],
    ['zwölf', 'amount'],
    ['9'.repeat(15), 'range'],
  ])('%s is no guess', (text, fault) => {
    expect(amountOfText(text)).toBe(fault);
  });

  test('every amount, written in any Swiss way, is read to the Rappen', () => {
    const separators = fc.constantFrom("'", '’', ' ', '\u00a0', '\u202f', '');
    const points = fc.constantFrom('.', ',');
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), separators, points, (rappen, separator, point) => {
        const digits = String(Math.abs(rappen)).padStart(3, '0');
        const francs = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, separator);
        expect(amountOfText(`${rappen < 0 ? '-' : ''}${francs}${point}${digits.slice(-2)}`)).toBe(rappen + 0);
      }),
      seeded,
    );
  });

  test('no text makes it throw, and what it takes is a whole number of Rappen', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,'’ -CHFe\u00a0")) }), (text) => {
        const amount = amountOfText(text);
        if (typeof amount === 'number') expect(Number.isSafeInteger(amount)).toBe(true);
      }),
      seeded,
    );
  });

  test('numbers of a workbook are read to the Rappen, with the noise of calculation, and not rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (rappen) => {
        expect(amountOfNumber(rappen / 100)).toBe(rappen + 0);
      }),
      seeded,
    );
    expect(amountOfNumber(0.1 + 0.2)).toBe(30);
    expect(amountOfNumber(91_000 / 13)).toBe(700_000);
    expect(amountOfNumber(91_000 / 12)).toBe('precise');
    expect(amountOfNumber(33_412.555)).toBe('precise');
    expect(amountOfNumber(1e300)).toBe('range');
  });
});

describe('days as people write them', () => {
  test.each([
    ['31.01.2025', '2025-01-31'],
    ['1.2.2025', '2025-02-01'],
    ['1. 2. 2025', '2025-02-01'],
    ['2025-01-31', '2025-01-31'],
    ['2025-01-31T00:00:00', '2025-01-31'],
    ['2025-01-31 00:00:00', '2025-01-31'],
    ['31/01/2025', '2025-01-31'],
    ['02-02-2025', '2025-02-02'],
    ['45688', '2025-01-31'],
    [' 29.02.2024 ', '2024-02-29'],
  ])('%s', (text, iso) => {
    expect(dayOfText(text)).toBe(iso);
  });

  test.each([
    ['03/04/2025', 'ambiguousDate'],
    ['31.1.25', 'ambiguousDate'],
    ['1985', 'ambiguousDate'],
    ['85', 'ambiguousDate'],
    ['30.02.2025', 'date'],
    ['29.02.2025', 'date'],
    ['31.13.2025', 'date'],
    ['13/13/2025', 'date'],
    ['31.01/2025', 'date'],
    ['20250131', 'date'],
    ['31. Januar 2025', 'date'],
    ['', 'date'],
    ['0', 'date'],
  ])('%s is no guess', (text, fault) => {
    expect(dayOfText(text)).toEqual({ fault });
  });

  test('serials: the day that never was, the first ones, the last one, and the system of 1904', () => {
    const dated = { isDate: true };
    expect(dayOfSerial(1, dated)).toBe('1900-01-01');
    expect(dayOfSerial(59, dated)).toBe('1900-02-28');
    expect(dayOfSerial(60, dated)).toEqual({ fault: 'date' });
    expect(dayOfSerial(61, dated)).toBe('1900-03-01');
    expect(dayOfSerial(2_958_465, dated)).toBe('9999-12-31');
    expect(dayOfSerial(2_958_466, dated)).toEqual({ fault: 'date' });
    expect(dayOfSerial(0, { isDate: true, from1904: true })).toBe('1904-01-01');
    expect(dayOfSerial(44_226, { isDate: true, from1904: true })).toBe('2025-01-31');
    expect(dayOfSerial(45_688.75)).toBe('2025-01-31');
    expect(dayOfSerial(2025, dated)).toEqual({ fault: 'ambiguousDate' });
    expect(dayOfSerial(-1)).toEqual({ fault: 'date' });
  });

  test('every day from 1930 on is the same as a serial, in dots and in ISO form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_959, max: 60_000 }), (serial) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        expect([dayOfSerial(serial), dayOfText(iso), dayOfText(`${Number(day)}.${Number(month)}.${year}`)]).toEqual([
          iso,
          iso,
          iso,
        ]);
      }),
      seeded,
    );
  });
});
