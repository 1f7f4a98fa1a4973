import type { Standing } from './administrators.js';
import { isInvitedAdministrator, isWorkingAdministrator } from './administrators.js';
import { afterChanges } from './changes.js';
import type { AccessChange } from './changes.js';

/** Who can still administrate a client. The funds advise to have two people who can. */
export type Verdict = 'safe' | 'fragile' | 'locked-out';

/** The users of a client, and what is to be done to them, in this order. */
export interface Plan<U extends Standing> {
  readonly client: string;
  /** All of its administrators, in whatever state, and everybody whom a change names; others don't matter. */
  readonly users: readonly U[];
  readonly changes: readonly AccessChange[];
}

export interface Proof<U extends Standing> {
  readonly client: string;
  readonly verdict: Verdict;
  /** Who can administrate afterwards, as they are now. */
  readonly working: readonly U[];
  /** Who could once they have logged in: counted for nothing, since they may never come. */
  readonly invited: readonly U[];
  /** From whom the right to administrate is taken, or the use of it, as they are now. */
  readonly losing: readonly U[];
  /**
   * Whether the changes must not be made: nobody could administrate the client afterwards, and they take somebody away. Where
   * nobody can as it is, whatever takes nobody away does no harm.
   */
  readonly refused: boolean;
}

/**
 * Who can administrate each client once the changes are made? Recovery from `locked-out` is a letter by post
 * (user-administration guide of the funds, situation 2).
 */
export function prove<U extends Standing>(plans: readonly Plan<U>[], now: Date): readonly Proof<U>[] {
  return plans.map((plan) => proveOne(plan, now));
}

function proveOne<U extends Standing>({ client, users, changes }: Plan<U>, now: Date): Proof<U> {
  const after = afterChanges(users, changes);
  const thoseWho = (does: (standing: Standing) => boolean): readonly U[] => {
    const ids = new Set(after.filter(does).map(({ id }) => id));
    return users.filter(({ id }) => ids.has(id));
  };
  const working = thoseWho((user) => isWorkingAdministrator(user, now));
  const losing = users.filter((user) => after.some((other) => other.id === user.id && takesAway(user, other)));
  const verdict = verdictOn(working.length);
  return {
    client,
    verdict,
    working,
    invited: thoseWho((user) => isInvitedAdministrator(user, now)),
    losing,
    refused: verdict === 'locked-out' && losing.length > 0,
  };
}

function verdictOn(working: number): Verdict {
  if (working > 1) return 'safe';
  return working === 1 ? 'fragile' : 'locked-out';
}

/** Whether somebody who might administrate, today or after a lock or a first login, might do so less afterwards. */
function takesAway(before: Standing, after: Standing): boolean {
  if (!before.administrator || before.deactivated) return false;
  return !after.administrator || after.deactivated || lockEnd(after) > lockEnd(before);
}

const lockEnd = ({ lockedUntil }: Standing): number => (lockedUntil === null ? 0 : Date.parse(lockedUntil));
