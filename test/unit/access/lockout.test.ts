import { describe, expect, test } from 'vitest';
import type { Method, User } from '../../../contract/portal.gen.js';
import type { AccessChange } from '../../../src/access/changes.js';
import { prove } from '../../../src/access/lockout.js';
import { userWith } from '../../support/examples.js';

const now = new Date('2026-11-20T08:00:00Z');

const anna = userWith({ id: 'usr_anna' });
const beat = userWith({ id: 'usr_beat' });
const clara = userWith({ id: 'usr_clara' });
const invited = userWith({ id: 'usr_invited', lastLoginAt: null });
const locked = userWith({ id: 'usr_locked', lockedUntil: '2027-01-01T00:00:00Z' });
const gone = userWith({ id: 'usr_gone', deactivated: true });
const dario = userWith({ id: 'usr_dario', administrator: false });

const proofOf = (users: readonly User[], ...changes: readonly AccessChange[]) => {
  const [proof] = prove([{ client: '10001.00', users, changes }], now);
  return proof;
};
const goes = ({ id }: User): AccessChange => ({ kind: 'deactivate', id });

describe('one goes', () => {
  test.each<[string, string, readonly User[], User, readonly User[], boolean]>([
    ['two others are there', 'safe', [anna, beat, clara], anna, [beat, clara], false],
    ['one other is there', 'fragile', [anna, beat], anna, [beat], false],
    ['nobody else is there', 'locked-out', [anna], anna, [], true],
    ['only somebody who was invited is there', 'locked-out', [anna, invited], anna, [], true],
    ['only somebody who is locked is there', 'locked-out', [anna, locked], anna, [], true],
    ['only somebody who is gone is there', 'locked-out', [anna, gone], anna, [], true],
    ['several are there, none of whom can', 'locked-out', [anna, invited, locked, gone, dario], anna, [], true],
    ['one who can is among several who can not', 'fragile', [anna, invited, beat, gone], anna, [beat], false],
    ['the one who goes could not any more anyway', 'safe', [locked, anna, beat], locked, [anna, beat], false],
    ['the one who goes is no administrator', 'fragile', [dario, anna], dario, [anna], false],
    ['the last one who goes might have come back', 'locked-out', [locked, gone], locked, [], true],
    ['the last one who goes might have come', 'locked-out', [invited, gone], invited, [], true],
    ['nobody could before, and it is no administrator', 'locked-out', [gone, dario], dario, [], false],
    ['nobody could before, and the one is gone already', 'locked-out', [gone, dario], gone, [], false],
  ])('and %s: %s', (_what, verdict, users, leaver, working, refused) => {
    expect(proofOf(users, goes(leaver))).toMatchObject({ verdict, working, refused });
  });
});

test.each<[string, AccessChange, string, boolean]>([
  ['loses the right', { kind: 'edit', id: 'usr_anna', administrator: false }, 'locked-out', true],
  ['is deactivated by an edit', { kind: 'edit', id: 'usr_anna', deactivated: true }, 'locked-out', true],
  [
    'is locked for an hour',
    { kind: 'edit', id: 'usr_anna', lockedUntil: '2026-11-20T10:00:00+01:00' },
    'locked-out',
    true,
  ],
  [
    'is locked until a time that is over',
    { kind: 'edit', id: 'usr_anna', lockedUntil: '2026-11-20T08:00:00+01:00' },
    'fragile',
    false,
  ],
  ['keeps what she has', { kind: 'edit', id: 'usr_anna' }, 'fragile', false],
  ['hands over to one who is invited', { kind: 'hand-over', from: 'usr_anna', to: 'usr_invited' }, 'locked-out', true],
  ['hands over to one who can', { kind: 'hand-over', from: 'usr_anna', to: 'usr_dario' }, 'fragile', false],
  ['gets a successor', { kind: 'create', id: 'usr_new', administrator: true }, 'fragile', false],
])('the only one %s', (_what, change, verdict, refused) => {
  expect(proofOf([anna, invited, dario], change)).toMatchObject({ verdict, refused });
});

test('a lock that is lifted and a login that is reactivated make a client safe again', () => {
  const changes = [
    { kind: 'edit', id: 'usr_locked', lockedUntil: null },
    { kind: 'reactivate', id: 'usr_gone' },
  ] as const;
  expect(proofOf([locked, gone], changes[0])).toMatchObject({ verdict: 'fragile', working: [locked] });
  expect(proofOf([locked, gone], ...changes)).toEqual({
    client: '10001.00',
    verdict: 'safe',
    working: [locked, gone],
    smsOnly: [],
    onlyFiduciaries: false,
    invited: [],
    locked: [],
    tooWeak: [],
    losing: [],
    refused: false,
  });
});

test('changes count together and in their order: who comes first may go afterwards', () => {
  const there = { kind: 'reactivate', id: 'usr_gone' } as const;
  expect(proofOf([anna, gone], there, goes(anna))).toMatchObject({
    verdict: 'fragile',
    working: [gone],
    losing: [anna],
  });
  expect(proofOf([anna, gone], there, goes(anna), goes(gone))).toMatchObject({ verdict: 'locked-out', refused: true });
});

test('each client is proved by itself, though the same person acts for several', () => {
  const proofs = prove(
    [
      { client: '20001.00', users: [anna, beat, clara], changes: [goes(anna)] },
      { client: '20002.00', users: [anna, invited], changes: [goes(anna)] },
      { client: '20003.00', users: [anna], changes: [] },
    ],
    now,
  );
  expect(proofs.map(({ client, verdict, refused }) => [client, verdict, refused])).toEqual([
    ['20001.00', 'safe', false],
    ['20002.00', 'locked-out', true],
    ['20003.00', 'fragile', false],
  ]);
  expect(proofs[1]).toMatchObject({ invited: [invited], losing: [anna] });
});

test('a change of somebody who is not in the list is no proof of anything', () => {
  expect(() => proofOf([anna, beat], goes(clara))).toThrow('not among the users: usr_clara');
});

describe('what a fund asks of those who manage users', () => {
  const sms = userWith({ id: 'usr_sms', methods: ['sms'] });
  const under = (demanded: Method | undefined, users: readonly User[], ...changes: readonly AccessChange[]) =>
    prove([{ client: '10001.00', users, changes }], now, demanded)[0];

  test('somebody with SMS only counts where SMS is enough, and is named', () => {
    expect(under('sms', [anna, sms], goes(anna))).toMatchObject({
      verdict: 'fragile',
      working: [sms],
      smsOnly: [sms],
      tooWeak: [],
      refused: false,
    });
  });

  test.each<Method | undefined>(['otp', undefined])(
    'and does not where more is asked, or nothing said: %s',
    (demanded) => {
      expect(under(demanded, [anna, sms], goes(anna))).toMatchObject({
        verdict: 'locked-out',
        working: [],
        smsOnly: [],
        tooWeak: [sms],
        refused: true,
      });
    },
  );

  const weaker = { kind: 'edit', id: 'usr_anna', methods: ['sms'] } as const;
  test('whoever gives up the factor that is strong enough is lost', () => {
    expect(under('otp', [anna], weaker)).toMatchObject({ verdict: 'locked-out', losing: [anna], refused: true });
    expect(under('otp', [anna, beat], weaker)).toMatchObject({ verdict: 'fragile', losing: [anna], refused: false });
    expect(under('sms', [anna], weaker)).toMatchObject({ verdict: 'fragile', losing: [], refused: false });
  });
});

test('where only fiduciaries are left it is said, though the client is not locked out', () => {
  const sara = userWith({ id: 'usr_sara', kind: 'fiduciary' });
  expect(proofOf([anna, sara], goes(anna))).toMatchObject({
    verdict: 'fragile',
    onlyFiduciaries: true,
    refused: false,
  });
  expect(proofOf([anna, sara])).toMatchObject({ verdict: 'safe', onlyFiduciaries: false });
  expect(proofOf([anna], goes(anna))).toMatchObject({ onlyFiduciaries: false });
});

test('a lock counts by the time that is given, to the second', () => {
  const until = userWith({ id: 'usr_until', lockedUntil: '2026-11-21T08:00:00Z' });
  const at = (time: string) => prove([{ client: 'c', users: [anna, until], changes: [goes(anna)] }], new Date(time))[0];
  expect(at('2026-11-21T07:59:59Z')).toMatchObject({ verdict: 'locked-out', locked: [until], refused: true });
  expect(at('2026-11-21T08:00:00Z')).toMatchObject({ verdict: 'fragile', working: [until], refused: false });
});
