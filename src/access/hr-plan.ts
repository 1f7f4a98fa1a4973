import type { Client, Method, User } from '../../contract/portal.gen.js';
import { accessChangeOf, stateOf } from './access-plan.js';
import type { PlanStep } from './access-plan.js';
import { usualStrength } from './administrators.js';
import { prove } from './lockout.js';
import type { Remedy } from './hr-findings.js';

/** What is to be done about a login, as far as it can be. */
export interface Wish {
  readonly user: User;
  readonly remedy: Remedy;
}

/** Why a wish is not in the plan: nobody could administrate the client afterwards, or it is the login that makes the plan. */
export type Obstacle = 'lock-out' | 'own-login';

export interface FeasibleSteps {
  readonly steps: readonly PlanStep[];
  /** By the user's id. */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
}

/**
 * The steps of one client that leave somebody who can administrate it, each one after those before it. What would lock the
 * client out is left out. Of one user's wishes the first deactivation counts, else the first change.
 * @param users everybody of the client
 * @param now by the portal's clock
 * @param demanded the credential that the portal asks of those who manage users
 * @param isOwn whether a user is the acting login, whose sessions would end in the middle
 */
export function feasibleSteps(
  client: Pick<Client, 'number'>,
  users: readonly User[],
  wishes: readonly Wish[],
  isOwn: (user: User) => boolean,
  now: Date,
  demanded: Method = usualStrength,
): FeasibleSteps {
  const steps: PlanStep[] = [];
  const obstacles = new Map<string, Obstacle>();
  const each = oneEach(wishes);
  // The own login comes last: only then it is known who is left besides.
  for (const wish of [...each.filter(({ user }) => !isOwn(user)), ...each.filter(({ user }) => isOwn(user))]) {
    const { user } = wish;
    const step = stepOf(wish, client.number, `${client.number}-${user.id}`);
    const changes = [...steps, step].map(accessChangeOf).filter((change) => change !== undefined);
    const [proof] = prove([{ client: client.number, users, changes }], now, demanded);
    if (proof?.refused === true) obstacles.set(user.id, 'lock-out');
    else if (isOwn(user)) obstacles.set(user.id, 'own-login');
    else steps.push(step);
  }
  return { steps, obstacles };
}

function oneEach(wishes: readonly Wish[]): readonly Wish[] {
  const best = new Map<string, Wish>();
  for (const wish of wishes) {
    const known = best.get(wish.user.id);
    if (known === undefined || (known.remedy.action === 'edit' && wish.remedy.action === 'deactivate')) {
      best.set(wish.user.id, wish);
    }
  }
  return [...best.values()];
}

function stepOf({ user, remedy }: Wish, client: string, id: string): PlanStep {
  const of = { id, client, who: user.userName, user: user.id, before: stateOf(user) };
  return remedy.action === 'edit' ? { ...of, action: 'edit', wanted: remedy.wanted } : { ...of, action: 'deactivate' };
}

/** How many of a client's open logins somebody wants to deactivate. */
export interface Departures {
  readonly leaving: number;
  readonly open: number;
}

/**
 * Whether so many are to go that the list rather than the people is the reason: more than a third, unless more is allowed.
 * One login alone is no crowd.
 * @param allowedPercent 1 to 100
 */
export function isMassDeparture({ leaving, open }: Departures, allowedPercent: number | undefined): boolean {
  if (leaving < 2) return false;
  return allowedPercent === undefined ? leaving * 3 > open : leaving * 100 > allowedPercent * open;
}
