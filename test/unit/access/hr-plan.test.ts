import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { User } from '../../../contract/portal.gen.js';
import { accessChangeOf, stateOf } from '../../../src/access/access-plan.js';
import { feasibleSteps, isMassDeparture } from '../../../src/access/hr-plan.js';
import type { Remedy } from '../../../src/access/hr-findings.js';
import type { Wish } from '../../../src/access/hr-plan.js';
import { prove } from '../../../src/access/lockout.js';
import { clientWith, userWith } from '../../support/examples.js';

const now = new Date('2026-11-20T08:00:00Z');
const client = clientWith();
const nobody = (): boolean => false;
const gone = (user: User): Wish => ({ user, remedy: { action: 'deactivate' } });

const anna = userWith({ id: 'usr_anna' });
const beat = userWith({ id: 'usr_beat' });

test('of two administrators who leave one is left, with the reason', () => {
  const { steps, obstacles } = feasibleSteps(client, [anna, beat], [gone(anna), gone(beat)], nobody, now);
  expect(steps).toEqual([
    {
      ...{ id: '10001.00-usr_anna', client: '10001.00', who: 'anna', user: 'usr_anna' },
      ...{ before: stateOf(anna), action: 'deactivate' },
    },
  ]);
  expect([...obstacles]).toEqual([['usr_beat', 'lock-out']]);
});

test('the login that acts is left out, and whether somebody is left besides decides what is said of it', () => {
  const carla = userWith({ id: 'usr_carla' });
  const own = ({ id }: User): boolean => id === 'usr_anna';
  const third = feasibleSteps(client, [anna, beat, carla], [gone(anna), gone(beat)], own, now);
  expect(third.steps.map(({ who }) => who)).toEqual(['beat']);
  expect([...third.obstacles]).toEqual([['usr_anna', 'own-login']]);
  const { steps, obstacles } = feasibleSteps(
    client,
    [anna, beat],
    [gone(anna), gone(beat)],
    ({ id }) => id === 'usr_anna',
    now,
  );
  expect(steps.map(({ who }) => who)).toEqual(['beat']);
  expect([...obstacles]).toEqual([['usr_anna', 'lock-out']]);
});

test('of several wishes about one user the deactivation counts', () => {
  const edit: Wish = { user: anna, remedy: { action: 'edit', wanted: { permissions: [] } } };
  for (const wishes of [
    [edit, gone(anna)],
    [gone(anna), edit],
  ]) {
    const { steps } = feasibleSteps(client, [anna, beat], wishes, nobody, now);
    expect(steps.map(({ action }) => action)).toEqual(['deactivate']);
  }
});

test('no beginning of the steps locks a client out that was not', () => {
  const someone = fc.record({
    administrator: fc.boolean(),
    deactivated: fc.boolean(),
    lockedUntil: fc.constantFrom(null, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    methods: fc.constantFrom<User['methods']>([], ['otp']),
    lastLoginAt: fc.constantFrom(null, '2026-10-01T00:00:00Z'),
  });
  const wish = fc.record({ who: fc.nat({ max: 5 }), takes: fc.constantFrom('login', 'rights', 'theme') });
  const remedies: Readonly<Record<'login' | 'rights' | 'theme', Remedy>> = {
    login: { action: 'deactivate' },
    rights: { action: 'edit', wanted: { administrator: false, permissions: [] } },
    theme: { action: 'edit', wanted: { permissions: [] } },
  };
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 1, maxLength: 6 }),
      fc.array(wish),
      fc.nat({ max: 6 }),
      (all, wanted, self) => {
        const users = all.map((members, index) => userWith({ ...members, id: `usr_${index}` }));
        const wishes = wanted.flatMap(({ who, takes }): Wish[] => {
          const user = users[who];
          return user === undefined || user.deactivated ? [] : [{ user, remedy: remedies[takes] }];
        });
        const { steps, obstacles } = feasibleSteps(client, users, wishes, ({ id }) => id === `usr_${self}`, now);
        refused += obstacles.size;
        for (let length = 1; length <= steps.length; length += 1) {
          const changes = steps
            .slice(0, length)
            .map(accessChangeOf)
            .filter((change) => change !== undefined);
          expect(prove([{ client: '10001.00', users, changes }], now)[0]?.refused).toBe(false);
        }
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        const wished = new Set(wishes.map(({ user }) => user.id));
        expect(steps.length + obstacles.size).toBe(wished.size);
      },
    ),
    { numRuns: 500, seed: 5 },
  );
  // Else nothing was tried.
  expect(refused).toBeGreaterThan(50);
});

test.each([
  [1, 1, undefined, false],
  [1, 2, undefined, false],
  [2, 6, undefined, false],
  [2, 5, undefined, true],
  [50, 100, 49, true],
  [50, 100, 50, false],
  [100, 100, 100, false],
  [0, 0, undefined, false],
])('%i of %i, allowed %s: %s', (leaving, open, allowed, mass) => {
  expect(isMassDeparture({ leaving, open }, allowed)).toBe(mass);
});
