import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLeft, longestOf, mandateState, standing } from '../../../src/operations/mandate-days.js';
import type { Dated } from '../../../src/operations/mandate-days.js';
import { daysBetween, swissDayAtPortal } from '../../../src/operations/swiss-day.js';

const until = (expiresOn: string | null, revokedAt: string | null = null): Dated => ({ expiresOn, revokedAt });

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((count) => new Date(Date.UTC(1990, 0, 1) + count * 86_400_000).toISOString().slice(0, 10));
const instant = fc.integer({ min: 0, max: 3e12 }).map((ms) => new Date(ms).toISOString());
const dated = fc.record({
  expiresOn: fc.option(day, { nil: null }),
  revokedAt: fc.option(instant, { nil: null, freq: 3 }),
});

describe('a power of attorney', () => {
  test.each([
    ['2026-11-20', '2026-11-20', 'valid', 0],
    ['2026-11-20', '2026-11-21', 'expired', -1],
    ['2026-11-20', '2026-11-19', 'valid', 1],
    ['2027-01-01', '2026-12-31', 'valid', 1],
    // Years with and without a 29 February, and the nights in which the clocks are changed.
    ['2028-03-01', '2028-02-28', 'valid', 2],
    ['2027-03-01', '2027-02-28', 'valid', 1],
    ['2027-03-29', '2027-03-27', 'valid', 2],
    ['2026-10-24', '2026-10-26', 'expired', -2],
  ])('good until %s is on %s %s, days left: %i', (expiresOn, today, state, left) => {
    expect(mandateState(until(expiresOn), today)).toBe(state);
    expect(daysLeft(until(expiresOn), today)).toBe(left);
  });

  test('without a last day it is valid until it is revoked', () => {
    expect(mandateState(until(null), '2999-12-31')).toBe('valid');
    expect(mandateState(until(null, '2026-11-20T09:00:00+01:00'), '2026-11-20')).toBe('revoked');
    expect(daysLeft(until(null), '2026-11-20')).toBeNull();
  });

  test('has expired exactly when no day is left', () => {
    fc.assert(
      fc.property(day, day, (expiresOn, today) => {
        const left = daysLeft(until(expiresOn), today) ?? 0;
        expect(mandateState(until(expiresOn), today) === 'expired').toBe(left < 0);
        expect(Number.isInteger(left)).toBe(true);
        expect(left).toBe(-daysBetween(expiresOn, today) + 0);
      }),
    );
  });
});

describe('all powers of attorney of a client', () => {
  test.each<[string, readonly Dated[], object]>([
    ['none', [], { kind: 'none' }],
    ['one without a last day', [until('2020-01-01'), until(null)], { kind: 'lasting' }],
    ['one for 31 days', [until('2026-12-21')], { kind: 'lasting' }],
    ['one for 30 days', [until('2026-12-20')], { kind: 'ending', on: '2026-12-20', days: 30 }],
    ['its last day', [until('2026-11-20')], { kind: 'ending', on: '2026-11-20', days: 0 }],
    [
      'two that have run out',
      [until('2026-11-19'), until('2025-11-19')],
      { kind: 'expired', on: '2026-11-19', days: -1 },
    ],
    ['the newer one was revoked', [until('2025-01-01'), until(null, '2026-01-01T00:00:00Z')], { kind: 'expired' }],
    [
      'revoked in the last hour of a Swiss day, which is the day before in UTC',
      [until(null, '2026-11-01T00:00:00Z'), until(null, '2026-11-18T23:30:00Z')],
      { kind: 'revoked', on: '2026-11-19' },
    ],
  ])('%s', (_what, mandates, expected) => {
    expect(standing(mandates, '2026-11-20')).toMatchObject(expected);
  });

  test('one more never makes it worse, unless it comes revoked where there was none', () => {
    const rank = { none: 3, lasting: 3, ending: 2, expired: 1, revoked: 0 };
    fc.assert(
      fc.property(fc.array(dated, { minLength: 1, maxLength: 6 }), dated, day, (mandates, more, today) => {
        const before = standing(mandates, today).kind;
        const after = standing([...mandates, more], today).kind;
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });

  test('are covered exactly when a single one of them is valid', () => {
    fc.assert(
      fc.property(fc.array(dated, { minLength: 1, maxLength: 6 }), day, (mandates, today) => {
        const covered = ['lasting', 'ending'].includes(standing(mandates, today).kind);
        expect(covered).toBe(mandates.some((one) => mandateState(one, today) === 'valid'));
      }),
    );
  });

  test('the longest is the same whatever the order', () => {
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 6 }), (mandates) => {
        expect(longestOf(mandates.toReversed())?.expiresOn).toBe(longestOf(mandates)?.expiresOn);
      }),
    );
  });
});

test.each([
  ['2026-11-20T22:59:59Z', 0, '2026-11-20'],
  ['2026-11-20T23:00:00Z', 0, '2026-11-21'],
  ['2026-07-20T22:00:00Z', 0, '2026-07-21'],
  ['2026-11-20T23:00:00Z', 1, '2026-11-20'],
  ['2026-11-20T22:59:59Z', -1, '2026-11-21'],
])('at %s, with a clock %i s ahead of the portal’s, it is %s there', (now, secondsAhead, expected) => {
  expect(swissDayAtPortal({ now: () => new Date(now) }, { secondsAhead })).toBe(expected);
});
