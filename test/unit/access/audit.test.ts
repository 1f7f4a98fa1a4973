import { describe, expect, test } from 'vitest';
import { auditFindings } from '../../../src/access/audit-findings.js';
import { auditUsers } from '../../../src/access/audit.js';
import type { Audited, MandateStanding } from '../../../src/access/audit.js';

const now = new Date('2026-11-20T09:00:00+01:00');
const ago = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

const user = (id: string, members: Partial<Audited> = {}): Audited => ({
  id,
  kind: 'employee',
  administrator: false,
  deactivated: false,
  lockedUntil: null,
  methods: ['otp'],
  lastLoginAt: ago(1),
  createdAt: ago(400),
  ...members,
});
const admin = (id: string, members: Partial<Audited> = {}): Audited => user(id, { administrator: true, ...members });
const two = [admin('a'), admin('b')];

interface Case {
  readonly mandates?: MandateStanding;
  readonly reviewedAt?: string;
  readonly dormantDays?: number;
  readonly reviewDueDays?: number;
}

/** What is found, as `code user`, besides nothing. */
function found(users: readonly Audited[], { mandates, reviewedAt, dormantDays = 180, reviewDueDays }: Case = {}) {
  const surroundings = { mandates: mandates ?? { kind: 'none' }, reviewedAt } as const;
  const { findings } = auditUsers('10001.00', users, surroundings, { now, dormantDays, reviewDueDays });
  return findings.map(({ code, user: about }) => (about === undefined ? code : `${code} ${about.id}`));
}

test('two working administrators and a user who comes every day: nothing is found', () => {
  const { findings, ...others } = auditUsers(
    '10001.00',
    [...two, user('c')],
    { mandates: { kind: 'none' }, reviewedAt: undefined },
    { now, dormantDays: 180, reviewDueDays: undefined },
  );
  expect(findings).toEqual([]);
  expect(others).toEqual({ verdict: 'safe', working: two, invited: [] });
});

describe('who can administrate', () => {
  test.each([
    ['nobody', [user('c')]],
    ['somebody deactivated', [admin('a', { deactivated: true })]],
    ['nobody at all, in a list that is empty', []],
  ])('%s: locked-out, and nothing else of that kind', (_who, users) => {
    expect(found(users)).toEqual(['locked-out']);
  });

  test('one: fragile, and says who', () => {
    expect(found([admin('a'), user('c')])).toEqual(['fragile a']);
  });

  test.each([
    ['locked', admin('b', { lockedUntil: ago(-1) }), ['fragile a', 'locked b']],
    ['invited', admin('b', { lastLoginAt: null, createdAt: ago(2) }), ['fragile a', 'invited b']],
    ['without a second factor', admin('b', { methods: [] }), ['fragile a', 'no-second-factor b']],
  ])('one who is %s does not count', (_how, other, expected) => {
    expect(found([admin('a'), other])).toEqual(expected);
  });

  test('only fiduciaries: no-own-administrator; with one of the company’s own it is gone', () => {
    const fiduciaries = [admin('f', { kind: 'fiduciary' }), admin('g', { kind: 'fiduciary' })];
    const mandates = { kind: 'lasting' } as const;
    expect(found(fiduciaries, { mandates })).toEqual(['no-own-administrator']);
    expect(found([...fiduciaries, admin('a')], { mandates })).toEqual([]);
  });
});

describe('how a login is used', () => {
  const last = (days: number) => [...two, user('c', { lastLoginAt: ago(days) })];
  test('dormant from the day that is named, and not a moment before', () => {
    expect(found(last(180))).toEqual(['dormant c']);
    expect(found(last(179.99))).toEqual([]);
    expect(found(last(30), { dormantDays: 30 })).toEqual(['dormant c']);
    expect(found(last(29.99), { dormantDays: 30 })).toEqual([]);
  });

  test('never used: a note for thirty days, a warning from then on', () => {
    const created = (days: number) => [
      ...two,
      user('c', { lastLoginAt: null, createdAt: ago(days), methods: ['sms'] }),
    ];
    expect(found(created(29.99))).toEqual(['invited c']);
    expect(found(created(30))).toEqual(['never-used c']);
    expect([auditFindings.invited.severity, auditFindings['never-used'].severity]).toEqual(['note', 'warning']);
  });

  test('SMS only: a warning for administrators, a note for others; with anything stronger nothing', () => {
    expect(found([...two, admin('c', { methods: ['sms'] })])).toEqual(['sms-only-administrator c']);
    expect(found([...two, user('c', { methods: ['sms'] })])).toEqual(['sms-only c']);
    expect(found([...two, user('c', { methods: ['sms', 'otp'] }), user('d', { methods: ['certificate'] })])).toEqual(
      [],
    );
    expect(auditFindings['sms-only'].severity).toBe('note');
    expect(auditFindings['sms-only-administrator'].severity).toBe('warning');
  });

  test('locked until a time to come; a lock that is over is none', () => {
    expect(found([...two, user('c', { lockedUntil: ago(-0.001) })])).toEqual(['locked c']);
    expect(found([...two, user('c', { lockedUntil: ago(0) })])).toEqual([]);
  });

  test('whoever is deactivated is none of it', () => {
    const gone = { deactivated: true, lastLoginAt: ago(900), methods: ['sms'], lockedUntil: ago(-9) } as const;
    expect(found([...two, user('c', gone), user('d', { ...gone, kind: 'fiduciary' })])).toEqual([]);
  });
});

describe('fiduciaries', () => {
  const users = [...two, user('f', { kind: 'fiduciary' })];
  test.each([
    ['none', 'mandate-missing f'],
    ['expired', 'mandate-expired f'],
    ['revoked', 'mandate-revoked f'],
    ['ending', 'mandate-ending f'],
  ] as const)('with a power of attorney that is %s: %s', (kind, code) => {
    expect(found(users, { mandates: { kind, on: '2026-11-08' } })).toEqual([code]);
  });

  test('with a good one nothing, and an employee needs none', () => {
    expect(found(users, { mandates: { kind: 'lasting' } })).toEqual([]);
    expect(found([...two, user('c')], { mandates: { kind: 'expired', on: '2026-11-08' } })).toEqual([]);
  });
});

test('a review is overdue only where somebody has said how often it is due', () => {
  const due = { reviewDueDays: 365 };
  expect(found(two)).toEqual([]);
  expect(found(two, due)).toEqual(['review-overdue']);
  expect(found(two, { ...due, reviewedAt: ago(365) })).toEqual(['review-overdue']);
  expect(found(two, { ...due, reviewedAt: ago(364.99) })).toEqual([]);
  expect(found(two, { reviewedAt: ago(3000) })).toEqual([]);
});
