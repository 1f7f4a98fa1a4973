import type { User } from '../../../contract/portal.gen.js';
import type { Hindrance } from '../../access/administrators.js';
import type { Proof, Verdict } from '../../access/lockout.js';
import { proveNow } from '../../operations/access.js';
import { portalClock } from '../../operations/portal-clock.js';
import { findUser } from '../../operations/users.js';
import type { Column, Tone } from '../../render/view.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { userFields } from './columns.js';

/** A user, and how it stands with the client's administrators: null where this login may not look at them. */
interface ShownUser extends User {
  readonly accessVerdict: Verdict | null;
  readonly otherAdministrators: readonly string[] | null;
  /** Why this user does not count among the client's administrators, though the right is there. */
  readonly accessHindrance: Hindrance | null;
  /** What is precarious about those who do. */
  readonly accessWarnings: readonly Warning[] | null;
}

type Warning = 'sms-only' | 'only-fiduciaries';

const tones: Readonly<Record<Verdict, Tone>> = { safe: 'good', fragile: 'warning', 'locked-out': 'bad' };

const shownFields: readonly Column<ShownUser>[] = [
  ...userFields,
  {
    key: 'accessVerdict',
    title: 'users.accessVerdict',
    text: ({ accessVerdict }, { translate }) =>
      accessVerdict === null ? '' : translate(`accessVerdict.${accessVerdict}`),
    tone: ({ accessVerdict }) => (accessVerdict === null ? undefined : tones[accessVerdict]),
  },
  {
    key: 'otherAdministrators',
    title: 'users.otherAdministrators',
    text: ({ otherAdministrators }) => otherAdministrators?.join(', ') ?? '',
  },
  {
    key: 'accessHindrance',
    title: 'users.accessHindrance',
    text: ({ accessHindrance }, { translate }) =>
      accessHindrance === null ? '' : translate(`accessHindrance.${accessHindrance}`),
    tone: () => 'warning',
  },
  {
    key: 'accessWarnings',
    title: 'users.accessWarnings',
    text: ({ accessWarnings }, { translate }) =>
      accessWarnings?.map((warning) => translate(`accessWarning.${warning}`)).join(', ') ?? '',
    tone: () => 'warning',
  },
];

export const showUser = show({
  name: 'show',
  summary: 'users.show.summary',
  details: 'users.show.details',
  examples: ['connect users show beat.keller', 'connect users show beat@muster.example -o json'],
  acts: 'client',
  args: { user: argument('<user>', 'users.arg.user') },
  options: {},
  run: async ({ user: name }, { portal, client, login, world, wire }): Promise<ShownUser> => {
    const { value: user } = await findUser(portal, client, name, login.username);
    if (!client.administrator) return { ...user, ...unknown };
    const proof = await proveNow(portal, portalClock(world.clock, wire.clockCheck), client, user, []);
    return {
      ...user,
      accessVerdict: proof.verdict,
      otherAdministrators: proof.working.filter(({ id }) => id !== user.id).map(({ userName }) => userName),
      accessHindrance: hindranceIn(proof, user),
      accessWarnings: warningsOf(proof),
    };
  },
  fields: shownFields,
});

const unknown = { accessVerdict: null, otherAdministrators: null, accessHindrance: null, accessWarnings: null };

function hindranceIn({ locked, invited, tooWeak }: Proof<User>, { id, administrator, deactivated, methods }: User) {
  const isAmong = (users: readonly User[]): boolean => users.some((user) => user.id === id);
  if (administrator && deactivated) return 'deactivated';
  if (isAmong(locked)) return 'locked';
  if (isAmong(invited)) return 'invited';
  if (!isAmong(tooWeak)) return null;
  return methods.length === 0 ? 'factor-missing' : 'factor-too-weak';
}

function warningsOf({ smsOnly, onlyFiduciaries }: Proof<User>): readonly Warning[] {
  return [
    ...(smsOnly.length > 0 ? (['sms-only'] as const) : []),
    ...(onlyFiduciaries ? (['only-fiduciaries'] as const) : []),
  ];
}
