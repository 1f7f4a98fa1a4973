import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskAhvNumber, parseAhvNumber } from '../../../src/salary/ahv-number.js';
import { parseDate, parseYear } from '../../../src/salary/dates.js';
import { parseUid, uidCheckDigit } from '../../../src/salary/uid.js';
import { ahvNumberOf } from '../../support/elm.js';

const seeded = { seed: 20260130, numRuns: 1000 };

test.each(['756.9217.0769.85', '756.1234.5678.97', '756.3004.0050.04'])('%s is an AHV number', (text) => {
  expect(parseAhvNumber(text)).toBe(text);
});

test.each([
  ['756.1234.5678.90', 'checkDigit'],
  ['123.4517.8128.11', 'prefix'],
  ['7561234567897', 'malformed'],
  ['756.1234.5678.9', 'malformed'],
  ['', 'malformed'],
])('%j is no AHV number: %s', (text, fault) => {
  expect(parseAhvNumber(text)).toEqual({ fault });
});

test('any single wrong digit of an AHV number is found', () => {
  const change = fc.record({
    ordinal: fc.nat(1_000_000),
    index: fc.nat(12),
    shift: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(change, ({ ordinal, index, shift }) => {
      const number = ahvNumberOf(ordinal);
      expect(parseAhvNumber(number)).toBe(number);
      expect(parseAhvNumber(withOtherDigit(number, index, shift))).toEqual({
        fault: index < 3 ? 'prefix' : 'checkDigit',
      });
    }),
    seeded,
  );
});

test('two neighbours of an AHV number that are exchanged are found, unless they differ by five', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 3, max: 11 }), (ordinal, index) => {
      const number = ahvNumberOf(ordinal);
      const digits = Array.from(number.replaceAll('.', ''), Number);
      const [a = 0, b = 0] = digits.slice(index);
      fc.pre(a !== b && Math.abs(a - b) !== 5);
      const exchanged = withOtherDigit(withOtherDigit(number, index, b - a + 10), index + 1, a - b + 10);
      expect(parseAhvNumber(exchanged)).toEqual({ fault: 'checkDigit' });
    }),
    seeded,
  );
});

test('of all thirteenth digits exactly one is right', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (ordinal) => {
      const number = ahvNumberOf(ordinal).slice(0, -1);
      const right = Array.from({ length: 10 }, (_, digit) => parseAhvNumber(`${number}${digit}`));
      expect(right.filter((parsed) => typeof parsed === 'string')).toEqual([ahvNumberOf(ordinal)]);
    }),
    seeded,
  );
});

test('a masked AHV number keeps its beginning and its last two digits', () => {
  expect(maskAhvNumber('756.1234.5678.97')).toBe('756.****.****.97');
});

test.each(['CHE-123.456.788', 'CHE-000.000.000'])('%s has the check digit of a UID', (text) => {
  expect(parseUid(text)).toBe(text);
});

test.each([
  ['CHE-123.456.789', 'checkDigit'],
  ['CHE-123.123.123', 'checkDigit'],
  ['CHE-123456788', 'malformed'],
  ['CHE-123.456.788 MWST', 'malformed'],
  ['che-123.456.788', 'malformed'],
])('%j is no UID: %s', (text, fault) => {
  expect(parseUid(text)).toEqual({ fault });
});

test('any single wrong digit of a UID is found', () => {
  const change = fc.record({
    eight: fc.stringMatching(/^[0-9]{8}$/),
    index: fc.nat(8),
    shift: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(change, ({ eight, index, shift }) => {
      const check = uidCheckDigit(eight);
      fc.pre(check !== undefined);
      const uid = `CHE-${eight.slice(0, 3)}.${eight.slice(3, 6)}.${eight.slice(6)}${String(check)}`;
      expect(parseUid(uid)).toBe(uid);
      expect(parseUid(withOtherDigit(uid, index, shift))).toEqual({ fault: 'checkDigit' });
    }),
    seeded,
  );
});

test('two neighbours of a UID that are exchanged are found', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{8}$/), fc.nat(7), (eight, index) => {
      const check = uidCheckDigit(eight);
      fc.pre(check !== undefined);
      const digits = Array.from(`${eight}${check}`, Number);
      const [a = 0, b = 0] = digits.slice(index);
      // The weights 2 and 7 beside each other differ by five, all others by one: no multiple of eleven comes of it.
      fc.pre(a !== b);
      const uid = `CHE-${eight.slice(0, 3)}.${eight.slice(3, 6)}.${eight.slice(6)}${check}`;
      const exchanged = withOtherDigit(withOtherDigit(uid, index, b - a + 10), index + 1, a - b + 10);
      expect(parseUid(exchanged)).toEqual({ fault: 'checkDigit' });
    }),
    seeded,
  );
});

test('no digit makes a UID valid whose check digit would be ten', () => {
  const ten = Array.from({ length: 100 }, (_, index) => String(10_000_000 + index)).find(
    (eight) => uidCheckDigit(eight) === undefined,
  )!;
  const [a, b, c] = [ten.slice(0, 3), ten.slice(3, 6), ten.slice(6)];
  for (let digit = 0; digit < 10; digit += 1) {
    expect(parseUid(`CHE-${a}.${b}.${c}${digit}`)).toEqual({ fault: 'checkDigit' });
  }
});

test.each([
  ['2025-01-31', '2025-01-31'],
  ['2024-02-29', '2024-02-29'],
  ['2025-12-31Z', '2025-12-31'],
  ['2025-12-31+01:00', '2025-12-31'],
  ['2025-02-29', undefined],
  ['2025-13-01', undefined],
  ['31.01.2025', undefined],
  ['2025-1-1', undefined],
  ['', undefined],
])('%j as a date is %j', (text, expected) => {
  expect(parseDate(text)).toBe(expected);
});

test.each([
  ['2025', 2025],
  ['2025+01:00', 2025],
  ['25', undefined],
  ['2025-01', undefined],
])('%j as a year is %j', (text, expected) => {
  expect(parseYear(text)).toBe(expected);
});

/** Replaces the digit at `index`, counted without dots and letters. */
function withOtherDigit(number: string, index: number, shift: number): string {
  let seen = -1;
  return number.replace(/[0-9]/g, (digit) => {
    seen += 1;
    return seen === index ? String((Number(digit) + shift) % 10) : digit;
  });
}
