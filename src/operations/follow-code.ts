import type { CodeRequest } from '../../contract/portal.gen.js';
import { daysBetween, swissDayOf } from './swiss-day.js';

/** A request for an access code, and what comes of it next. */
export interface FollowedCode extends CodeRequest {
  /** The fund prints or posts the letter, somebody uses the code, or a new one is asked for; null if it was used. */
  readonly next: 'print' | 'post' | 'use' | 'ask-again' | null;
  /** Days until the code expires, while it can be used. */
  readonly daysLeft: number | null;
}

const nextOf = {
  requested: 'print',
  printed: 'post',
  posted: 'use',
  expired: 'ask-again',
  used: null,
} as const satisfies Readonly<Record<CodeRequest['state'], FollowedCode['next']>>;

/** @param today the Swiss day, `YYYY-MM-DD` */
export function followed(request: CodeRequest, today: string): FollowedCode {
  const { state, expiresAt } = request;
  const next = nextOf[state];
  const usable = next === 'post' || next === 'use';
  const daysLeft = usable && expiresAt !== null ? daysBetween(today, swissDayOf(new Date(expiresAt))) : null;
  return { ...request, next, daysLeft };
}
