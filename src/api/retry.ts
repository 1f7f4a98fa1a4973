/** How a request may be repeated: reads and keyed writes may, others only if the portal surely did not act. */
export type Repeatable = 'always' | 'never';

export interface Attempt {
  readonly number: number;
  readonly repeatable: Repeatable;
  /** Status of the answer, or the fault where there was none. */
  readonly status: number | 'not-arrived' | 'lost';
  readonly retryAfter: string | undefined;
}

const attempts = 4;
const longestWaitMs = 60_000;
const passing = new Set<Attempt['status']>([429, 502, 503, 504, 'not-arrived', 'lost']);

/** How long to wait before the next attempt, or `undefined` to give up. Decides; does not wait. */
export function waitBeforeRetry(attempt: Attempt, now: Date): number | undefined {
  if (attempt.number >= attempts || !passing.has(attempt.status)) return undefined;
  // A portal that is not there at all is told about at once; only what surely arrives later is worth waiting for.
  if (attempt.status === 'not-arrived') return undefined;
  // 429 says that the request was not looked at (RFC 6585); everything else may have been done already.
  if (attempt.repeatable === 'never' && attempt.status !== 429) return undefined;
  const asked = retryAfterMs(attempt.retryAfter, now);
  if (asked !== undefined) return asked <= longestWaitMs ? asked : undefined;
  return 250 * 2 ** (attempt.number - 1);
}

/**
 * How long a portal that answers so wants to be left alone by everybody; `undefined` if it does not say, or if that is
 * longer than anybody waits.
 */
export function leaveAloneMs(status: Attempt['status'], retryAfter: string | undefined, now: Date): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const asked = retryAfterMs(retryAfter, now);
  return asked !== undefined && asked <= longestWaitMs ? asked : undefined;
}

/** Both forms of RFC 9110, section 10.2.3; what is neither is as if it was not there. */
export function retryAfterMs(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // `Date.parse` takes almost anything for a date.
  const date = /^[A-Z][a-z]{2,8},? .*\bGMT$/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
