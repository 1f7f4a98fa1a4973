import { afterWrongAnswer, attemptsLeft, isLocked } from '../rules/lock.js';
import { rfc3339 } from '../rules/time.js';
import type { Call } from '../http/call.js';
import { Problem, type ProblemName } from '../http/problem.js';

/** The refusal of somebody who is locked, whatever he answers. */
export function lockOf(call: Call, subject: string): Problem | undefined {
  const attempts = call.portal.store.attempts.of(subject);
  return isLocked(attempts, call.now()) ? locked(attempts.lockedUntil ?? 0) : undefined;
}

/** Counts a wrong answer. The last one allowed locks, and says so. */
export function wrongAnswer(call: Call, subject: string, name: ProblemName): Problem {
  const { attempts } = call.portal.store;
  const after = afterWrongAnswer(attempts.of(subject), call.now());
  attempts.set(subject, after, call.now());
  return after.lockedUntil === null
    ? new Problem(name, { attemptsLeft: attemptsLeft(after) })
    : locked(after.lockedUntil);
}

function locked(until: number): Problem {
  return new Problem('user-locked', { lockedUntil: rfc3339(until) });
}

/**
 * Compares the password that confirms an action with the user's own. What it returns belongs into the transaction:
 * there it counts a wrong password, and finds out whether another request has locked the user meanwhile.
 */
export async function confirmation(call: Call, password: string): Promise<() => Problem | undefined> {
  const { id, passwordHash } = call.login.account;
  const early = lockOf(call, id);
  if (early !== undefined) throw early;
  const right = await call.portal.passwords.matches(password, passwordHash);
  return () => lockOf(call, id) ?? (right ? undefined : wrongAnswer(call, id, 'confirmation-failed'));
}
