import type { Method, User } from '../../contract/portal.gen.js';

/** What decides whether somebody can administrate a client. */
export type Standing = Pick<
  User,
  'id' | 'administrator' | 'deactivated' | 'lockedUntil' | 'methods' | 'lastLoginAt' | 'kind'
>;

/** Why somebody with the right can't use it today. */
export type Hindrance = 'deactivated' | 'locked' | 'invited' | 'factor-missing' | 'factor-too-weak';

/** What a portal asks of those who manage users if it does not say so (`Portal.strengths` of the contract). */
export const usualStrength: Method = 'otp';

const strengths: Readonly<Record<Method, number>> = { sms: 1, otp: 2, certificate: 3 };

/**
 * What keeps an administrator from managing users today: deactivated, locked, never logged in (somebody invited may never
 * come), no second factor, or none that is strong enough for it. Undefined: nothing.
 * @param now by the portal's clock
 * @param demanded the credential that the portal asks for
 */
export function hindranceOf(user: Standing, now: Date, demanded: Method = usualStrength): Hindrance | undefined {
  if (user.deactivated) return 'deactivated';
  if (user.lockedUntil !== null && new Date(user.lockedUntil) > now) return 'locked';
  if (user.lastLoginAt === null) return 'invited';
  if (user.methods.length === 0) return 'factor-missing';
  return hasFactor(user, demanded) ? undefined : 'factor-too-weak';
}

/** Whether a user can administrate today. */
export function isWorkingAdministrator(user: Standing, now: Date, demanded: Method = usualStrength): boolean {
  return user.administrator && hindranceOf(user, now, demanded) === undefined;
}

/** Whether a user will perhaps be able to administrate once the first login is done. */
export function isInvitedAdministrator(user: Standing, now: Date): boolean {
  return user.administrator && hindranceOf(user, now) === 'invited';
}

/** Whether one of the user's second factors is strong enough. */
export function hasFactor({ methods }: Pick<Standing, 'methods'>, demanded: Method): boolean {
  return methods.some((method) => strengths[method] >= strengths[demanded]);
}
