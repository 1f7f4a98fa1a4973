import type { User } from '../../contract/portal.gen.js';

/** What decides whether somebody can administrate a client. */
export type Standing = Pick<User, 'id' | 'administrator' | 'deactivated' | 'lockedUntil' | 'methods' | 'lastLoginAt'>;

/**
 * Whether a user can administrate today: administrator, not deactivated, not locked, with a second factor, and has
 * logged in at least once. Somebody invited may never come.
 */
export function isWorkingAdministrator(user: Standing, now: Date): boolean {
  return isAble(user, now) && user.methods.length > 0 && user.lastLoginAt !== null;
}

/** Whether a user will be able to administrate once the first login is done. */
export function isInvitedAdministrator(user: Standing, now: Date): boolean {
  return isAble(user, now) && user.lastLoginAt === null;
}

function isAble({ administrator, deactivated, lockedUntil }: Standing, now: Date): boolean {
  return administrator && !deactivated && (lockedUntil === null || new Date(lockedUntil) <= now);
}
