import type { Method } from '../../contract/portal.gen.js';
import type { Hindrance, Standing } from './administrators.js';
import { hasFactor, hindranceOf, isWorkingAdministrator, usualStrength } from './administrators.js';
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
  /** Those of them whose only second factor is the SMS. */
  readonly smsOnly: readonly U[];
  /** All who can act with a power of attorney: when it ends, nobody can. */
  readonly onlyFiduciaries: boolean;
  /** Who could once they have logged in: counted for nothing, since they may never come. */
  readonly invited: readonly U[];
  /** Who could once the lock has ended; counted for nothing, since a client must not wait for that. */
  readonly locked: readonly U[];
  /** Who could with a stronger second factor, or with one at all. */
  readonly tooWeak: readonly U[];
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
 * @param now by the portal's clock
 * @param demanded the credential that the portal asks of those who manage users
 */
export function prove<U extends Standing>(
  plans: readonly Plan<U>[],
  now: Date,
  demanded: Method = usualStrength,
): readonly Proof<U>[] {
  return plans.map((plan) => proveOne(plan, now, demanded));
}

function proveOne<U extends Standing>({ client, users, changes }: Plan<U>, now: Date, demanded: Method): Proof<U> {
  const after = afterChanges(users, changes);
  const thoseWho = (does: (standing: Standing) => boolean): readonly U[] => {
    const ids = new Set(after.filter(does).map(({ id }) => id));
    return users.filter(({ id }) => ids.has(id));
  };
  const hinderedBy = (...hindrances: readonly Hindrance[]): readonly U[] =>
    thoseWho((user) => user.administrator && hindrances.some((one) => one === hindranceOf(user, now, demanded)));
  const isWorking = (user: Standing): boolean => isWorkingAdministrator(user, now, demanded);
  const working = thoseWho(isWorking);
  const losing = users.filter((user) =>
    after.some((other) => other.id === user.id && takesAway(user, other, demanded)),
  );
  const verdict = verdictOn(working.length);
  return {
    client,
    verdict,
    working,
    smsOnly: thoseWho((user) => isWorking(user) && !hasFactor(user, 'otp')),
    onlyFiduciaries: working.length > 0 && working.every(({ kind }) => kind === 'fiduciary'),
    invited: hinderedBy('invited'),
    locked: hinderedBy('locked'),
    tooWeak: hinderedBy('factor-missing', 'factor-too-weak'),
    losing,
    refused: verdict === 'locked-out' && losing.length > 0,
  };
}

function verdictOn(working: number): Verdict {
  if (working > 1) return 'safe';
  return working === 1 ? 'fragile' : 'locked-out';
}

/** Whether somebody who might administrate, today or after a lock or a first login, might do so less afterwards. */
function takesAway(before: Standing, after: Standing, demanded: Method): boolean {
  if (!before.administrator || before.deactivated) return false;
  if (hasFactor(before, demanded) && !hasFactor(after, demanded)) return true;
  return !after.administrator || after.deactivated || lockEnd(after) > lockEnd(before);
}

const lockEnd = ({ lockedUntil }: Standing): number => (lockedUntil === null ? 0 : Date.parse(lockedUntil));
