import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { User } from '../../../contract/portal.gen.js';
import { isWorkingAdministrator, withoutUser } from '../../../src/access/lockout.js';
import { userWith } from '../../support/examples.js';

const now = new Date('2026-11-20T08:00:00Z');

test.each<[string, boolean, Partial<User>]>([
  ['an administrator in good order', true, {}],
  ['one with an SMS only', true, { methods: ['sms'] }],
  ['one who was locked and is not any more', true, { lockedUntil: '2026-11-20T07:59:59Z' }],
  ['one whose lock ends right now', true, { lockedUntil: '2026-11-20T08:00:00Z' }],
  ['one who is locked', false, { lockedUntil: '2026-11-20T08:00:01Z' }],
  ['one who is locked, in another offset', false, { lockedUntil: '2026-11-20T09:30:00+01:00' }],
  ['one who is deactivated', false, { deactivated: true, status: 'deactivated' }],
  ['one without second factor', false, { methods: [] }],
  ['one who was invited and never came', false, { lastLoginAt: null, status: 'invited' }],
  ['a user without the right', false, { administrator: false }],
  ['a fiduciary who administrates', true, { kind: 'fiduciary' }],
])('whether %s can administrate: %s', (_who, expected, members) => {
  expect(isWorkingAdministrator(userWith(members), now)).toBe(expected);
});

const anna = userWith({ id: 'usr_anna' });
const beat = userWith({ id: 'usr_beat' });
const clara = userWith({ id: 'usr_clara' });
const invited = userWith({ id: 'usr_invited', lastLoginAt: null });
const locked = userWith({ id: 'usr_locked', lockedUntil: '2027-01-01T00:00:00Z' });
const gone = userWith({ id: 'usr_gone', deactivated: true });
const dario = userWith({ id: 'usr_dario', administrator: false });

test.each<[string, string, readonly User[], User, readonly User[]]>([
  ['two others are there', 'safe', [anna, beat, clara], anna, [beat, clara]],
  ['one other is there', 'fragile', [anna, beat], anna, [beat]],
  ['nobody else is there', 'locked-out', [anna], anna, []],
  ['only somebody who was invited is there', 'locked-out', [anna, invited], anna, []],
  ['only somebody who is locked is there', 'locked-out', [anna, locked], anna, []],
  ['only somebody who is gone is there', 'locked-out', [anna, gone], anna, []],
  ['several are there, none of whom can', 'locked-out', [anna, invited, locked, gone], anna, []],
  ['one who can is among several who can not', 'fragile', [anna, invited, beat, gone], anna, [beat]],
  ['the one who goes could not any more anyway', 'safe', [locked, anna, beat], locked, [anna, beat]],
  ['the one who goes is no administrator', 'safe', [], dario, []],
])('when one goes and %s, the client is %s', (_what, verdict, administrators, leaver, remaining) => {
  expect(withoutUser(administrators, leaver, now)).toEqual({ verdict, remaining });
});

test('the leaver is known by the id, whatever else has changed since', () => {
  const renamed = { ...anna, userName: 'anna.neu', lockedUntil: '2026-11-20T08:30:00Z' };
  expect(withoutUser([renamed], anna, now)).toEqual({ verdict: 'locked-out', remaining: [] });
});

const someone = fc.record({
  id: fc.constantFrom('usr_1', 'usr_2', 'usr_3', 'usr_4', 'usr_5'),
  administrator: fc.boolean(),
  deactivated: fc.boolean(),
  lockedUntil: fc.constantFrom(null, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  methods: fc.constantFrom<User['methods']>([], ['sms'], ['otp'], ['otp', 'sms']),
  lastLoginAt: fc.constantFrom(null, '2026-01-01T00:00:00Z'),
});

test('whoever administrates a client: it is locked out exactly if nobody remains who can log in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someone, { selector: ({ id }) => id, minLength: 1 }), (members) => {
      const [leaver, ...others] = members.map(userWith) as [User, ...User[]];
      const able = others.filter(({ administrator, deactivated, methods, lastLoginAt, lockedUntil }) =>
        [
          administrator,
          !deactivated,
          methods.length > 0,
          lastLoginAt !== null,
          (lockedUntil ?? '') < '2026-11-20',
        ].every(Boolean),
      );
      const { verdict, remaining } = withoutUser([leaver, ...others], { ...leaver, administrator: true }, now);
      expect(remaining).toEqual(able);
      expect(verdict).toBe(['locked-out', 'fragile'][able.length] ?? 'safe');
    }),
  );
});
