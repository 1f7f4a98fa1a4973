import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRappen, formatRappen, parseRappen, type Rappen } from '../../../src/salary/money.js';
import { Sum } from '../../../src/salary/sum.js';

const seeded = { seed: 20260130, numRuns: 1000 };

test.each([
  ['0.00', 0],
  ['-0.00', 0],
  ['0.05', 5],
  ['-0.05', -5],
  ['336412.55', 33_641_255],
  ['0000012.30', 1230],
  [' 12.30\n', 1230],
  ['90071992547409.91', Number.MAX_SAFE_INTEGER],
])('%j is %i Rappen', (text, expected) => {
  expect(parseRappen(text)).toBe(expected);
});

test.each([
  '',
  '12',
  '12.3',
  '12.345',
  "91'000.00",
  '91 000.00',
  '12,30',
  '+12.30',
  '1e3',
  '.50',
  '--1.00',
  'NaN',
  '١.٠٠',
])('%j is not an amount', (text) => {
  expect(parseRappen(text)).toBe('malformed');
});

test('an amount beyond exact numbers is refused, not rounded', () => {
  expect(parseRappen('90071992547409.92')).toBe('tooLarge');
  expect(parseRappen(`-${'9'.repeat(400)}.00`)).toBe('tooLarge');
});

test('every amount survives being written and read', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(parseRappen(formatRappen(value as Rappen))).toBe(value === 0 ? 0 : value);
    }),
    seeded,
  );
});

test('every text that is an amount survives being read and written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?(?:0|[1-9][0-9]{0,12})\.[0-9]{2}$/), (text) => {
      const amount = parseRappen(text);
      expect(typeof amount === 'number' && formatRappen(amount)).toBe(text === '-0.00' ? '0.00' : text);
    }),
    seeded,
  );
});

test('sums are those of whole numbers without end, or none: never rounded', () => {
  const amounts = fc.array(fc.oneof(fc.maxSafeInteger(), fc.integer()), { maxLength: 20 });
  fc.assert(
    fc.property(amounts, (values) => {
      const sum = new Sum();
      for (const value of values) sum.add(value as Rappen);
      // Exact beyond 2^53, where numbers are not.
      const parts = values.map((_, index) =>
        values.slice(0, index + 1).reduce((total, value) => total + BigInt(value), 0n),
      );
      const isExact = parts.every((part) => part === BigInt(Number(part)) && Number.isSafeInteger(Number(part)));
      expect(sum.exact === undefined ? undefined : BigInt(sum.exact)).toBe(isExact ? (parts.at(-1) ?? 0n) : undefined);
      expect(sum.overflown).toBe(!isExact);
    }),
    seeded,
  );
});

test('a sum beyond exact numbers is no sum', () => {
  expect(addRappen(Number.MAX_SAFE_INTEGER as Rappen, 1 as Rappen)).toBeUndefined();
  const sum = new Sum();
  sum.add(Number.MAX_SAFE_INTEGER as Rappen);
  sum.add(1 as Rappen);
  expect([sum.exact, sum.overflown]).toEqual([undefined, true]);
});

test('a sum with an unreadable amount is not exact, but did not overflow', () => {
  const sum = new Sum();
  sum.add(100 as Rappen);
  sum.add(undefined);
  sum.add(200 as Rappen);
  expect([sum.exact, sum.overflown]).toEqual([undefined, false]);
});
