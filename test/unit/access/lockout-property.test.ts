import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { Method, User } from '../../../contract/portal.gen.js';
import type { AccessChange } from '../../../src/access/changes.js';
import { prove } from '../../../src/access/lockout.js';
import { userWith } from '../../support/examples.js';

const now = new Date('2026-11-20T08:00:00Z');
const past = '2026-01-01T00:00:00Z';
const future = '2027-01-01T00:00:00Z';
const ids = ['usr_1', 'usr_2', 'usr_3', 'usr_4', 'usr_5'] as const;

/** What happens to a client's users: a change that somebody asks for, or a first login, which nobody can refuse. */
type Happening = AccessChange | { readonly kind: 'first-login'; readonly id: string };
type Guard = (users: readonly User[], change: AccessChange, demanded: Method) => boolean;

const guard: Guard = (users, change, demanded) =>
  prove([{ client: 'c', users, changes: [change] }], now, demanded)[0]?.refused === false;
const nobodyOnGuard: Guard = () => true;

const id = fc.constantFrom(...ids);
const someone = fc.record({
  id,
  administrator: fc.boolean(),
  deactivated: fc.boolean(),
  lockedUntil: fc.constantFrom(null, past, future),
  methods: fc.constantFrom<User['methods']>([], ['sms'], ['otp'], ['otp', 'sms']),
  lastLoginAt: fc.constantFrom(null, past),
});
const client = fc
  .record({
    users: fc
      .uniqueArray(someone, { selector: ({ id: one }) => one, minLength: 3 })
      .map((members) => members.map(userWith)),
    demanded: fc.constantFrom<Method>('sms', 'otp'),
  })
  .filter(({ users, demanded }) => users.some((user) => canEnter(user, demanded)));
const edit = fc.record(
  {
    kind: fc.constant('edit'),
    id,
    administrator: fc.boolean(),
    deactivated: fc.boolean(),
    lockedUntil: fc.constantFrom(null, past, future),
    methods: fc.constantFrom<User['methods']>([], ['sms'], ['otp']),
  },
  { requiredKeys: ['kind', 'id'] },
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  edit as fc.Arbitrary<Happening>,
  fc.record({ kind: fc.constantFrom('deactivate', 'reactivate', 'first-login'), id }),
  fc.record({ kind: fc.constant('hand-over'), from: id, to: id }),
  fc
    .nat({ max: 99 })
    .map((number) => ({ kind: 'create', id: `usr_new${number}`, administrator: number % 2 === 0 }) as const),
);

/** Written apart from what is tested: a person with the right, at the door, with everything that it takes. */
function canEnter({ administrator, deactivated, lockedUntil, methods, lastLoginAt }: User, demanded: Method): boolean {
  if (!administrator) return false;
  if (deactivated || !(methods.includes('otp') || (demanded === 'sms' && methods.includes('sms')))) return false;
  return lastLoginAt === past && lockedUntil !== future;
}

/** The portal's part, which lets everything happen. */
function happens(users: Map<string, User>, one: Happening): void {
  const put = (who: string, members: Partial<User>): void => {
    const user = users.get(who);
    if (user !== undefined) users.set(who, { ...user, ...members });
  };
  switch (one.kind) {
    case 'create':
      users.set(one.id, userWith({ id: one.id, administrator: one.administrator, methods: [], lastLoginAt: null }));
      break;
    case 'edit': {
      const { kind: _kind, ...members } = one;
      put(one.id, members);
      break;
    }
    case 'deactivate':
    case 'reactivate':
      put(one.id, { deactivated: one.kind === 'deactivate' });
      break;
    case 'hand-over':
      put(one.to, { administrator: true });
      put(one.from, { deactivated: true });
      break;
    case 'first-login':
      put(one.id, { methods: ['otp'], lastLoginAt: past });
  }
}

const names = (one: Happening): readonly string[] => (one.kind === 'hand-over' ? [one.from, one.to] : [one.id]);

/** Whether somebody can still enter after all that was accepted, and at every moment on the way. */
function staysOpen(
  { users: start, demanded }: { users: readonly User[]; demanded: Method },
  happenings: readonly Happening[],
  accepts: Guard,
): boolean {
  const users = new Map(start.map((user) => [user.id, user]));
  return happenings.every((one) => {
    const isNew = one.kind === 'create' && !users.has(one.id);
    if (!isNew && (one.kind === 'create' || !names(one).every((name) => users.has(name)))) return true;
    if (one.kind === 'first-login' || accepts([...users.values()], one, demanded)) happens(users, one);
    return [...users.values()].some((user) => canEnter(user, demanded));
  });
}

const sequences = (accepts: Guard) =>
  fc.check(
    fc.property(client, fc.array(happening, { minLength: 1, maxLength: 30 }), (start, happenings) =>
      staysOpen(start, happenings, accepts),
    ),
    { numRuns: 2000, seed: 20261120 },
  );

test('no sequence of accepted changes ever locks a client out', () => {
  expect(sequences(guard)).toMatchObject({ failed: false, numRuns: 2000 });
});

test('without the proof one is found, and shrunk to a few steps', () => {
  const { failed, counterexample } = sequences(nobodyOnGuard);
  expect(failed).toBe(true);
  expect(counterexample?.[1].length).toBeLessThanOrEqual(3);
});

test.each<[string, Guard]>([
  [
    'counts those who were invited',
    (users, change, demanded) =>
      guard(
        users.map((one) => ({ ...one, lastLoginAt: past })),
        change,
        demanded,
      ),
  ],
  [
    'overlooks locks',
    (users, change, demanded) =>
      guard(
        users.map((one) => ({ ...one, lockedUntil: null })),
        change,
        demanded,
      ),
  ],
  [
    'overlooks the second factor',
    (users, change, demanded) =>
      guard(
        users.map((one) => ({ ...one, methods: ['otp'] })),
        change,
        demanded,
      ),
  ],
  ['takes any second factor for strong enough', (users, change) => guard(users, change, 'sms')],
  [
    'asks about deactivations only',
    (users, change, demanded) => change.kind !== 'deactivate' || guard(users, change, demanded),
  ],
  ['asks about edits only', (users, change, demanded) => change.kind !== 'edit' || guard(users, change, demanded)],
])('a proof that %s is found out, too', (_what, accepts) => {
  expect(sequences(accepts).failed).toBe(true);
});

test('a guard that refuses everything would be no good: what takes nobody away is let through, and so is one of two', () => {
  const two = [userWith({ id: 'usr_1' }), userWith({ id: 'usr_2' })];
  expect(guard(two, { kind: 'deactivate', id: 'usr_1' }, 'otp')).toBe(true);
  expect(guard(two.slice(1), { kind: 'edit', id: 'usr_2', lockedUntil: null }, 'otp')).toBe(true);
});
