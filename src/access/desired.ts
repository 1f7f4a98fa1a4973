import type { Client, Theme, User, UserKind } from '../../contract/portal.gen.js';
import { afterStep, differingFields, stateOf } from './access-plan.js';
import type { PlanStep, PlannedUser, UserState } from './access-plan.js';

export interface Rights {
  readonly administrator: boolean;
  readonly themes: readonly Theme[];
}

/** What can be said about a person; absent is what stays as it is. */
export type Details = Partial<
  Pick<User, 'firstName' | 'lastName' | 'email' | 'userName' | 'language'> & { readonly mobileNumber: string }
>;

/** A login as it is to be. */
export interface UserWish {
  /** User name or e-mail address. */
  readonly name: string;
  readonly deactivated: boolean;
  readonly details: Details;
  readonly kind: UserKind | undefined;
  /** Undefined leaves the rights as they are. */
  readonly rights: Rights | undefined;
}

/** Why no step can be made of a wish. */
export interface Hindrance {
  readonly wish: UserWish;
  readonly kind: 'user-ambiguous' | 'user-named-twice' | 'new-user-incomplete' | 'theme-not-offered';
  /** User names, missing members or themes. */
  readonly names: readonly string[];
}

export interface Difference {
  /** Without ids, in the order in which they can be made: nobody loses rights before somebody else has them. */
  readonly steps: readonly PlanStep[];
  /** Who is not named and stays as he is. */
  readonly kept: readonly User[];
  readonly hindrances: readonly Hindrance[];
}

/**
 * What has to be done to the users of a client for them to be as they are wished.
 * @param others whether those stay who are not named
 * @param isSelf whether it is the login that acts: it never goes unless it is named, and last
 */
export function difference(
  client: Client,
  users: readonly User[],
  wishes: readonly UserWish[],
  others: 'keep' | 'deactivate',
  isSelf: (user: User) => boolean,
): Difference {
  const hindrances: Hindrance[] = [];
  const hinder = (wish: UserWish, kind: Hindrance['kind'], names: readonly string[]): [] => {
    hindrances.push({ wish, kind, names });
    return [];
  };
  const named = new Set<string>();
  const steps = wishes.flatMap((wish): readonly PlanStep[] => {
    const foreign = wish.rights?.themes.filter((theme) => !client.themes.includes(theme)) ?? [];
    if (foreign.length > 0) return hinder(wish, 'theme-not-offered', foreign);
    const found = users.filter(isCalled(wish.name));
    const [user] = found;
    if (found.length > 1)
      return hinder(
        wish,
        'user-ambiguous',
        found.map(({ userName }) => userName),
      );
    if (user === undefined) {
      if (wish.deactivated) return [];
      const wanted = newUser(wish);
      return Array.isArray(wanted)
        ? hinder(wish, 'new-user-incomplete', wanted)
        : [creation(client, wish.name, wanted)];
    }
    if (named.has(user.id)) return hinder(wish, 'user-named-twice', [user.userName]);
    named.add(user.id);
    return stepsAbout(client, user, wish);
  });
  const unnamed = users.filter(({ id, deactivated }) => !named.has(id) && !deactivated);
  const goes = (user: User): boolean => others === 'deactivate' && !isSelf(user);
  const leaving = unnamed.filter(goes).map((user): PlanStep => ({ ...about(client, user), action: 'deactivate' }));
  const selves = new Set(users.filter(isSelf).map(({ id }) => id));
  const ordered = [...steps, ...leaving]
    .map((step, index) => ({ step, rank: rankOf(step, selves), index }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index);
  return { steps: ordered.map(({ step }) => step), kept: unnamed.filter((user) => !goes(user)), hindrances };
}

function isCalled(name: string): (user: User) => boolean {
  const wanted = name.toLowerCase();
  return ({ userName, email }) => userName.toLowerCase() === wanted || email.toLowerCase() === wanted;
}

function stepsAbout(client: Client, user: User, wish: UserWish): readonly PlanStep[] {
  if (wish.deactivated) return user.deactivated ? [] : [{ ...about(client, user), action: 'deactivate' }];
  const before = stateOf(user);
  const wanted = changesOf(before, wish);
  if (Object.keys(wanted).length === 0) {
    return user.deactivated ? [{ ...about(client, user), action: 'reactivate' }] : [];
  }
  const edit: PlanStep = { ...about(client, user), action: 'edit', wanted };
  // Whoever comes back finds the rights that he is to have, not those of before.
  return user.deactivated ? [edit, { ...about(client, user), action: 'reactivate', before: afterStep(edit) }] : [edit];
}

function changesOf(before: UserState, { details, rights }: UserWish): Partial<Omit<UserState, 'deactivated'>> {
  const wished: UserState = {
    ...before,
    ...details,
    ...(rights !== undefined && { administrator: rights.administrator, permissions: rights.themes }),
  };
  const fields = differingFields(before, wished).filter(
    (field) => field !== 'deactivated' && !(field === 'permissions' && wished.administrator),
  );
  return Object.fromEntries(fields.map((field) => [field, wished[field]]));
}

/** The new user, or what is missing. */
function newUser({ name, details, kind, rights }: UserWish): PlannedUser | string[] {
  const email = details.email ?? (name.includes('@') ? name : undefined);
  const userName = details.userName ?? (name.includes('@') ? undefined : name);
  const { firstName, lastName, language, mobileNumber } = details;
  const needed = { email, firstName, lastName, language, mobileNumber, rights };
  const missing = Object.entries(needed).flatMap(([member, value]) =>
    value === undefined ? [member === 'rights' ? 'roles' : member] : [],
  );
  if (missing.length > 0) return missing;
  return {
    ...(userName !== undefined && { userName }),
    ...({ email, firstName, lastName, language, mobileNumber } as Omit<PlannedUser, 'administrator' | 'permissions'>),
    kind: kind ?? 'employee',
    administrator: rights?.administrator ?? false,
    permissions: rights?.themes ?? [],
  };
}

const creation = (client: Client, who: string, { permissions, ...wanted }: PlannedUser): PlanStep => ({
  ...{ id: '', client: client.number, who, action: 'create' },
  // An administrator has all that the fund offers the client.
  wanted: { ...wanted, permissions: wanted.administrator ? client.themes : permissions },
});

const about = (client: Client, user: User) => ({
  ...{ id: '', client: client.number, who: user.userName, user: user.id },
  before: stateOf(user),
});

/** What gives comes before what takes, and what the acting login does to itself comes last: it may end the session. */
function rankOf(step: PlanStep, selves: ReadonlySet<string>): number {
  const takes = step.action === 'deactivate' || (step.action === 'edit' && step.wanted.administrator === false);
  if (step.action !== 'create' && selves.has(step.user)) return takes ? 3 : 1;
  return takes ? 2 : 0;
}
