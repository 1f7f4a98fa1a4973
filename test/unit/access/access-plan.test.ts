import { describe, expect, test } from 'vitest';
import {
  accessChangeOf,
  differingFields,
  isCreated,
  madeOf,
  stateOf,
  wantsPassword,
} from '../../../src/access/access-plan.js';
import type { PlanStep, PlannedUser } from '../../../src/access/access-plan.js';
import { userWith } from '../../support/examples.js';

const luca = userWith({ id: 'usr_luca', administrator: false, permissions: ['messages', 'employees'] });
const before = stateOf(luca);
const about = { client: '10001.00', who: 'luca', user: luca.id };

describe('two states', () => {
  test.each([
    ['the order of themes', { permissions: ['employees', 'messages'] as const }, []],
    ['a theme', { permissions: ['employees'] as const }, ['permissions']],
    ['a name', { lastName: 'Rossi' }, ['lastName']],
    [
      'several',
      { deactivated: true, firstName: 'L', mobileNumber: null },
      ['firstName', 'mobileNumber', 'deactivated'],
    ],
  ])('that differ in %s', (_what, other, fields) => {
    expect(differingFields(before, { ...before, ...other })).toEqual(fields);
  });

  test('an instant is the same however it is written', () => {
    const one = { ...before, lockedUntil: '2026-12-01T08:00:00Z' };
    expect(differingFields(one, { ...before, lockedUntil: '2026-12-01T09:00:00+01:00' })).toEqual([]);
    expect(differingFields(one, before)).toEqual(['lockedUntil']);
  });

  test('the themes of an administrator are all, whatever they were', () => {
    const one = { ...before, administrator: true };
    expect(differingFields(one, { ...one, permissions: ['settlements'] })).toEqual([]);
    expect(differingFields(one, before)).toEqual(['administrator', 'permissions']);
  });
});

describe('how many steps about a user are made', () => {
  const edited = { ...before, lastName: 'Rossi' };
  const steps = [
    { ...about, id: '1', action: 'edit', before, wanted: { lastName: 'Rossi' } },
    { ...about, id: '2', action: 'deactivate', before: edited },
  ] as const;
  test.each([
    ['as the first one found him: none', before, 0],
    ['as the first one makes him: one', edited, 1],
    ['as the last one makes him: all', { ...edited, deactivated: true }, 2],
    ['as nobody wanted him: nobody knows', { ...before, deactivated: true }, undefined],
  ])('%s', (_what, now, count) => {
    expect(madeOf(steps, now)).toBe(count);
  });
});

describe('a user who was to be created', () => {
  const { userName, email, firstName, lastName, language, mobileNumber } = luca;
  const wanted = {
    userName,
    email,
    firstName,
    lastName,
    language,
    mobileNumber,
    administrator: false,
    permissions: luca.permissions,
  } as PlannedUser;
  test.each([
    ['is there', luca, true],
    ['is somebody else', { ...luca, lastName: 'Rossi' }, false],
    ['may more', { ...luca, permissions: ['messages', 'employees', 'settlements'] as const }, false],
    ['is gone again', { ...luca, deactivated: true }, false],
    ['is of another kind', { ...luca, kind: 'fiduciary' as const }, false],
  ])('%s', (_what, user, is) => {
    expect(isCreated(wanted, user)).toBe(is);
  });

  test('has his address for a name if none was wanted', () => {
    const { userName: _name, ...nameless } = wanted;
    expect([luca, { ...luca, userName: luca.email }].map((user) => isCreated(nameless, user))).toEqual([false, true]);
  });
});

test('only what gives rights or lifts locks wants the password, and only what touches access is proven', () => {
  const edit = (wanted: object) => ({ ...about, id: '1', action: 'edit', before, wanted }) as PlanStep;
  const steps: readonly PlanStep[] = [
    edit({ lastName: 'Rossi' }),
    edit({ permissions: [] }),
    edit({ administrator: true }),
    edit({ lockedUntil: null }),
    { ...about, id: '1', action: 'deactivate', before },
    { ...about, id: '1', action: 'reactivate', before },
  ];
  expect(steps.map(wantsPassword)).toEqual([false, true, true, true, false, true]);
  expect(steps.map(accessChangeOf)).toEqual([
    undefined,
    undefined,
    { kind: 'edit', id: luca.id, administrator: true },
    { kind: 'edit', id: luca.id, lockedUntil: null },
    { kind: 'deactivate', id: luca.id },
    { kind: 'reactivate', id: luca.id },
  ]);
});
