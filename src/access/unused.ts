import type { User } from '../../contract/portal.gen.js';

/** So many days after it was created, a login that was never used is no longer on its way. */
export const invitationDays = 30;
const dayMs = 86_400_000;

export interface UnusedTerms {
  readonly now: Date;
  /** A login that nobody has used for so many days is dormant. */
  readonly dormantDays: number;
  /** A login that was created so many days ago and never used is no longer on its way. */
  readonly neverUsedDays: number;
}

export interface Use {
  readonly state: 'in-use' | 'dormant' | 'invited' | 'never-used';
  /** Whole days since the last login, or since the login was created if there was none. */
  readonly days: number;
}

/** How long ago a login was used. The last day of a term counts: what was used 180 days ago is dormant after 180 days. */
export function useOf({ lastLoginAt, createdAt }: Pick<User, 'lastLoginAt' | 'createdAt'>, terms: UnusedTerms): Use {
  const days = daysSince(lastLoginAt ?? createdAt, terms.now);
  if (lastLoginAt === null) return { state: days >= terms.neverUsedDays ? 'never-used' : 'invited', days };
  return { state: days >= terms.dormantDays ? 'dormant' : 'in-use', days };
}

/** Whole days; never less than none, since clocks differ. */
export const daysSince = (time: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(time)) / dayMs));
