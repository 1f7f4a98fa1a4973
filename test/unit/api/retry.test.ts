import { expect, test } from 'vitest';
import { retryAfterMs, waitBeforeRetry } from '../../../src/api/retry.js';
import type { Attempt } from '../../../src/api/retry.js';

const now = new Date('2026-11-20T08:00:00Z');
const wait = (attempt: Partial<Attempt>): number | undefined =>
  waitBeforeRetry({ number: 1, repeatable: 'always', status: 503, retryAfter: undefined, ...attempt }, now);

test.each<[Attempt['status'], number | undefined, number | undefined]>([
  // status or fault, what may always be repeated, what may not
  [429, 250, 250],
  [502, 250, undefined],
  [503, 250, undefined],
  [504, 250, undefined],
  ['lost', 250, undefined],
  ['not-arrived', undefined, undefined],
  [301, undefined, undefined],
  [400, undefined, undefined],
  [401, undefined, undefined],
  [403, undefined, undefined],
  [404, undefined, undefined],
  [409, undefined, undefined],
  [412, undefined, undefined],
  [422, undefined, undefined],
  [500, undefined, undefined],
  [501, undefined, undefined],
])('after %s a repeatable request waits %s ms and another %s', (status, repeatable, other) => {
  expect([wait({ status }), wait({ status, repeatable: 'never' })]).toEqual([repeatable, other]);
});

test('waits double, and the fourth attempt is the last', () => {
  expect([1, 2, 3, 4, 5].map((number) => wait({ number }))).toEqual([250, 500, 1000, undefined, undefined]);
});

test.each([
  ['0', 0],
  ['7', 7000],
  ['60', 60_000],
  ['61', undefined],
  ['999999999', undefined],
  ['Fri, 20 Nov 2026 08:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 08:01:00 GMT', 60_000],
  ['Fri, 20 Nov 2026 08:01:01 GMT', undefined],
  ['Fri, 20 Nov 2026 07:00:00 GMT', 0],
  ['soon', 250],
  ['', 250],
])('Retry-After: %s means %s ms; who asks for more than a minute is not waited for', (retryAfter, expected) => {
  expect(wait({ retryAfter })).toBe(expected);
});

test('what the portal asks for does not make a request repeatable', () => {
  expect(wait({ retryAfter: '1', repeatable: 'never' })).toBeUndefined();
  expect(wait({ retryAfter: '1', number: 4 })).toBeUndefined();
  expect(wait({ retryAfter: '1', status: 500 })).toBeUndefined();
});

test.each(['-5', '1.5', '+5', '1e3', '0x10', '5s', 'NaN', '12-11-2026', '1234567890'])(
  '%j is neither seconds nor an HTTP date, so it counts as absent',
  (value) => {
    expect(retryAfterMs(value, now)).toBeUndefined();
  },
);
