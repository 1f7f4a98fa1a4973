import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EntryStore } from '../../../src/salary/table/entry-store.js';
import type { Entry } from '../../../src/salary/table/entry.js';
import type { IsoDate } from '../../../src/salary/dates.js';
import type { Rappen } from '../../../src/salary/money.js';

const entry = (row: number, ordinal: number, others: Partial<Entry> = {}): Entry => ({
  ...{ row, ordinal, faulty: false, ahvNumber: undefined, lastname: 'Müller', firstname: '', birth: undefined },
  ...{ sex: undefined, from: undefined, until: undefined, exit: undefined, ahvIncome: undefined, ahvOpen: undefined },
  ...{ alvIncome: undefined, alvzIncome: undefined, alvOpen: undefined, canton: undefined, fakIncome: undefined },
  ...{ allowances: undefined, zip: '', city: '', residence: undefined },
  ...others,
});

test('gives every row back as it was, in the order of the table', () => {
  const entries = [
    entry(12, 1, { ahvIncome: -5 as Rappen, ahvOpen: 0 as Rappen, exit: false, faulty: true }),
    entry(13, 2, { birth: '1985-04-12' as IsoDate, sex: 'F', exit: true, city: 'Genève "ü" \\ 🙂' }),
    // Longer than a chunk.
    entry(14, 3, { lastname: 'x'.repeat(3_000_000) }),
    entry(15, 1, { exit: '2025-10-31' as IsoDate, alvIncome: Number.MAX_SAFE_INTEGER as Rappen }),
  ];
  const store = new EntryStore();
  for (const one of entries) store.add(one);
  expect([...store]).toEqual(entries);
  expect([...store.persons()].map((rows) => rows.map(({ row }) => row))).toEqual([[12, 15], [13], [14]]);
});

test('brings the rows of each person together, wherever they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 3000 }), (names) => {
      const ordinals = new Map<number, number>();
      const store = new EntryStore();
      const expected: number[][] = [];
      for (const [row, name] of names.entries()) {
        const ordinal = ordinals.get(name) ?? ordinals.size + 1;
        ordinals.set(name, ordinal);
        store.add(entry(row, ordinal));
        (expected[ordinal - 1] ??= []).push(row);
      }
      expect([...store.persons()].map((rows) => rows.map(({ row }) => row))).toEqual(expected);
      expect(store.length).toBe(names.length);
    }),
    { seed: 20260130, numRuns: 20 },
  );
});
