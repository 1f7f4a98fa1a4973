import type { User } from '../../contract/portal.gen.js';

/** Who can still administrate a client after a change. The funds advise to have two people who can. */
export type Verdict = 'safe' | 'fragile' | 'locked-out';

/**
 * Whether a user can administrate today: administrator, not deactivated, not locked, with a second factor, and has
 * logged in at least once. Somebody invited may never come.
 */
export function isWorkingAdministrator(user: User, now: Date): boolean {
  const locked = user.lockedUntil !== null && new Date(user.lockedUntil) > now;
  return user.administrator && !user.deactivated && !locked && user.methods.length > 0 && user.lastLoginAt !== null;
}

/**
 * What becomes of a client when one user goes. Recovery from `locked-out` is a letter by post (user-administration
 * guide of the funds, situation 2).
 * @param administrators all of the client's administrators, in whatever state
 */
export function withoutUser(
  administrators: readonly User[],
  leaver: User,
  now: Date,
): { verdict: Verdict; remaining: readonly User[] } {
  const remaining = administrators.filter((user) => user.id !== leaver.id && isWorkingAdministrator(user, now));
  if (remaining.length > 1 || !leaver.administrator) return { verdict: 'safe', remaining };
  return { verdict: remaining.length === 1 ? 'fragile' : 'locked-out', remaining };
}
