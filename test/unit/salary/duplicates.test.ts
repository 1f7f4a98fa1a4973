import { expect, test } from 'vitest';
import { duplicatesOf, type Declared } from '../../../src/salary/duplicates.js';
import { finding } from './check-text.js';

const digest = 'a'.repeat(64);
const file = { digest, year: 2025, testCase: false };
const declared = (state: string, others: Partial<Declared> = {}): Declared => ({
  ...{ id: state, state, test: false, sha256: 'b'.repeat(64) },
  ...others,
});
const found = (variant: string, id: string) => finding(`A03.${variant}`, { params: { year: 2025, id } });

test.each<[string, readonly Declared[], ReturnType<typeof finding>[]]>([
  ['nothing', [], []],
  ['an accepted one', [declared('accepted')], [found('accepted', 'accepted')]],
  [
    'one that was accepted with warnings',
    [declared('accepted-with-warnings')],
    [found('accepted', 'accepted-with-warnings')],
  ],
  ['one that waits for its release', [declared('awaiting-release')], [found('waiting', 'awaiting-release')]],
  ['one that is being processed', [declared('processing')], [found('waiting', 'processing')]],
  ['a rejected one', [declared('rejected')], []],
  ['a replaced one', [declared('replaced')], []],
  ['a test', [declared('accepted', { test: true })], []],
  ['the same', [declared('accepted', { sha256: digest })], [found('same', 'accepted')]],
  ['the same as a test', [declared('accepted', { sha256: digest, test: true })], []],
  [
    'the same, which was replaced by another',
    [declared('accepted'), declared('replaced', { sha256: digest })],
    [found('same', 'replaced'), found('accepted', 'accepted')],
  ],
  [
    'one on its way to replace an accepted one',
    [declared('received'), declared('accepted')],
    [found('accepted', 'accepted')],
  ],
])('where the portal has %s', (_what, there, expected) => {
  expect(duplicatesOf(file, there)).toEqual(expected);
});

test('a file that says what it replaces may come, and so may a test', () => {
  expect(duplicatesOf({ ...file, predecessor: '4711' }, [declared('accepted')])).toEqual([]);
  expect(duplicatesOf({ ...file, testCase: true }, [declared('accepted')])).toEqual([]);
  expect(duplicatesOf({ ...file, predecessor: '4711' }, [declared('accepted', { sha256: digest })])).toEqual([
    found('same', 'accepted'),
  ]);
});
