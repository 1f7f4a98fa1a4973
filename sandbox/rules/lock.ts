import { minute } from './time.js';

export const wrongAnswersAllowed = 5;
const lockTime = 15 * minute;

/** How often somebody answered wrongly since the last complete login, and until when that keeps him out. */
export interface Attempts {
  readonly failures: number;
  readonly lockedUntil: number | null;
}

export const noAttempts: Attempts = { failures: 0, lockedUntil: null };

export function isLocked(attempts: Attempts, now: number): boolean {
  return attempts.lockedUntil !== null && attempts.lockedUntil > now;
}

/** What a wrong answer leads to. After a lock has ended the counting begins anew. */
export function afterWrongAnswer(attempts: Attempts, now: number): Attempts {
  const failures = attempts.lockedUntil === null ? attempts.failures + 1 : 1;
  return { failures, lockedUntil: failures >= wrongAnswersAllowed ? now + lockTime : null };
}

export function attemptsLeft(attempts: Attempts): number {
  return wrongAnswersAllowed - attempts.failures;
}
