import type { Mandate } from '../../contract/portal.gen.js';
import { daysBetween, swissDayOf } from './swiss-day.js';

/** What the days of a power of attorney depend on. */
export type Dated = Pick<Mandate, 'expiresOn' | 'revokedAt'>;

export type MandateState = 'valid' | 'expired' | 'revoked';

/** @param today the Swiss day, `YYYY-MM-DD`; the last day of a power of attorney is a good one */
export function mandateState({ expiresOn, revokedAt }: Dated, today: string): MandateState {
  if (revokedAt !== null) return 'revoked';
  return expiresOn !== null && expiresOn < today ? 'expired' : 'valid';
}

/** Days until the last one; 0 on it, negative after it, null if there is none. */
export function daysLeft({ expiresOn }: Dated, today: string): number | null {
  return expiresOn === null ? null : daysBetween(today, expiresOn);
}

/** How it stands with all powers of attorney of one client together. `on`: the day it ends, or ended. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'lasting' }
  | { readonly kind: 'ending'; readonly on: string; readonly days: number }
  | { readonly kind: 'expired'; readonly on: string; readonly days: number }
  | { readonly kind: 'revoked'; readonly on: string };

/** One that ends within so many days is told beforehand. */
const soonDays = 30;

/** The one that lasts longest decides; a newer one takes the place of one that has run out. */
export function standing(mandates: readonly Dated[], today: string): Standing {
  const longest = longestOf(mandates);
  if (longest === undefined) {
    const last = mandates.flatMap(({ revokedAt }) => revokedAt ?? []).toSorted((a, b) => Date.parse(b) - Date.parse(a));
    return last[0] === undefined ? { kind: 'none' } : { kind: 'revoked', on: swissDayOf(new Date(last[0])) };
  }
  const { expiresOn } = longest;
  if (expiresOn === null) return { kind: 'lasting' };
  const days = daysBetween(today, expiresOn);
  if (days < 0) return { kind: 'expired', on: expiresOn, days };
  return days <= soonDays ? { kind: 'ending', on: expiresOn, days } : { kind: 'lasting' };
}

/** Of those that were not revoked the one that lasts longest. */
export function longestOf<M extends Dated>(mandates: readonly M[]): M | undefined {
  const end = ({ expiresOn }: Dated): string => expiresOn ?? '~';
  return mandates
    .filter(({ revokedAt }) => revokedAt === null)
    .reduce<M | undefined>((best, one) => (best === undefined || end(one) > end(best) ? one : best), undefined);
}
