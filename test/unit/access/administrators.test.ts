import { expect, test } from 'vitest';
import type { Method, User } from '../../../contract/portal.gen.js';
import { hindranceOf, isInvitedAdministrator, isWorkingAdministrator } from '../../../src/access/administrators.js';
import { userWith } from '../../support/examples.js';

const now = new Date('2026-11-20T08:00:00Z');

test.each<[string, boolean, Partial<User>]>([
  ['an administrator in good order', true, {}],
  ['one with an SMS only', false, { methods: ['sms'] }],
  ['one with a certificate', true, { methods: ['certificate'] }],
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

test.each<[string, boolean, Partial<User>]>([
  ['an administrator who never came', true, { lastLoginAt: null }],
  ['one who never came and has no second factor yet', true, { lastLoginAt: null, methods: [] }],
  ['one who has come', false, {}],
  ['one who never came and is locked', false, { lastLoginAt: null, lockedUntil: '2026-11-20T08:00:01Z' }],
  ['one who never came and is gone', false, { lastLoginAt: null, deactivated: true }],
  ['a user without the right who never came', false, { lastLoginAt: null, administrator: false }],
])('whether %s is still expected: %s', (_who, expected, members) => {
  expect(isInvitedAdministrator(userWith(members), now)).toBe(expected);
});

test.each<[Method, User['methods'], boolean]>([
  ['sms', ['sms'], true],
  ['sms', ['otp'], true],
  ['sms', [], false],
  ['otp', ['sms'], false],
  ['otp', ['otp', 'sms'], true],
  ['otp', ['certificate'], true],
  ['certificate', ['otp', 'sms'], false],
  ['certificate', ['certificate'], true],
])('where %s is asked of those who manage users, somebody with %j can: %s', (demanded, methods, expected) => {
  expect(isWorkingAdministrator(userWith({ methods }), now, demanded)).toBe(expected);
});

test.each<[string | undefined, Partial<User>]>([
  [undefined, {}],
  ['deactivated', { deactivated: true, lockedUntil: '2027-01-01T00:00:00Z', lastLoginAt: null }],
  ['locked', { lockedUntil: '2026-11-21T08:00:00Z', lastLoginAt: null, methods: [] }],
  ['invited', { lastLoginAt: null, methods: [] }],
  ['factor-missing', { methods: [] }],
  ['factor-too-weak', { methods: ['sms'] }],
])('what keeps an administrator from it is told, the gravest first: %s', (expected, members) => {
  expect(hindranceOf(userWith(members), now)).toBe(expected);
});
