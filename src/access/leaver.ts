import type { User } from '../../contract/portal.gen.js';
import { nameKey } from './hr-names.js';
import { nameOf } from './hr-match.js';

/** Whom somebody looks for, over all portals. */
export interface SoughtPerson {
  readonly email: string | undefined;
  /** First and last name. */
  readonly names: readonly string[];
}

/** A login of that person, or of somebody with the same name, which is no proof. */
export type LeaverCode = 'leaver-active' | 'leaver-deactivated' | 'leaver-namesake';

/** What a login is to the person that is looked for; nothing if it is somebody else's. */
export function leaverCodeOf(user: User, { email, names }: SoughtPerson): LeaverCode | undefined {
  if (isOf(user, email)) return user.deactivated ? 'leaver-deactivated' : 'leaver-active';
  const keys = names.map(nameKey).filter((key) => key !== '');
  return !user.deactivated && keys.includes(nameKey(nameOf(user))) ? 'leaver-namesake' : undefined;
}

/** Whether an address is that of a login; people log in with either. */
export function isOf(user: Pick<User, 'email' | 'userName'>, email: string | undefined): boolean {
  const wanted = email?.trim().toLowerCase();
  return [user.email, user.userName].some((one) => one.toLowerCase() === wanted);
}
