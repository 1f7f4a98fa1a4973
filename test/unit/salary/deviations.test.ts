import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviations } from '../../../src/salary/deviations.js';
import { formatRappen, type Rappen } from '../../../src/salary/money.js';

const ahv = (before: string, now: string) => deviations({ ahvIncome: before }, { ahvIncome: now })[0];

test('what both sides know is compared, persons as a count and amounts to the Rappen', () => {
  const before = { persons: 8, ahvIncome: '336412.55', ahvOpen: '0.00', alvIncome: '300000.00', alvzIncome: '12.00' };
  const now = { persons: 9, ahvIncome: '350000.00', ahvOpen: '1400.00', alvIncome: '300000.00', alvOpen: '5.00' };
  expect(deviations(before, now)).toEqual([
    { total: 'persons', before: 8, now: 9, difference: 1, percent: '12.5' },
    { total: 'ahvIncome', before: '336412.55', now: '350000.00', difference: '13587.45', percent: '4.0' },
    { total: 'ahvOpen', before: '0.00', now: '1400.00', difference: '1400.00', percent: null },
    { total: 'alvIncome', before: '300000.00', now: '300000.00', difference: '0.00', percent: '0.0' },
  ]);
});

test.each([
  ['1000.00', '1000.50', '0.1'],
  ['1000.00', '1000.49', '0.0'],
  ['1000.00', '999.50', '-0.1'],
  ['1000.00', '999.51', '0.0'],
  ['1000.00', '0.00', '-100.0'],
  ['1000.00', '-1000.00', '-200.0'],
  ['-100.00', '-50.00', '-50.0'],
  ['-100.00', '-150.00', '50.0'],
  ['-100.00', '100.00', '-200.0'],
  ['0.01', '90071992547409.91', '900719925474099000.0'],
])('from %s to %s are %s percent, half away from zero', (before, now, percent) => {
  expect(ahv(before, now)?.percent).toBe(percent);
});

test('amounts that are none are not compared', () => {
  expect(deviations({ ahvIncome: 'much' }, { ahvIncome: '1.00' })).toEqual([]);
  expect(deviations({ ahvIncome: '1.00' }, { ahvIncome: '99999999999999999.00' })).toEqual([]);
});

test('before and difference make now, and the percentage is within a twentieth of a percent', () => {
  const rappen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(rappen, rappen, (before, now) => {
      const found = ahv(formatRappen(before as Rappen), formatRappen(now as Rappen));
      expect(found?.difference).toBe(formatRappen((now - before) as Rappen));
      if (before === 0) {
        expect(found?.percent).toBeNull();
        return;
      }
      // A tenth of a percent is a thousandth: |percent × base − difference × 100| ≤ base / 20, in whole numbers.
      const tenths = BigInt((found?.percent ?? '').replace('.', '')) * BigInt(before);
      const off = tenths - BigInt(now - before) * 1000n;
      expect(2n * (off < 0n ? -off : off) <= BigInt(Math.abs(before))).toBe(true);
    }),
  );
});
