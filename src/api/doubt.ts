import type { ConnectError } from '../errors.js';
import type { HttpAnswer, NetworkError } from '../platform/ports.js';

export interface Refused {
  readonly kind: 'refused';
  readonly answer: HttpAnswer;
}

/**
 * Whether an attempt may have changed something although it did not succeed. 502 and 504 come from something in between,
 * which does not know whether the portal acted; a portal that fails with 500 may have failed afterwards.
 */
export function leavesDoubt(outcome: Refused | { readonly kind: 'failed'; readonly error: NetworkError }): boolean {
  if (outcome.kind === 'failed') return outcome.error.mayHaveArrived;
  return [500, 502, 504].includes(outcome.answer.status);
}

/** Refusals that come before the portal looks at what the key stands for: they say nothing of an earlier attempt. */
const beforeLooking: readonly ConnectError['code'][] = [
  'session-expired',
  'session-revoked',
  'signature-missing',
  'signature-invalid',
  'token-reused',
  'user-deactivated',
  'user-locked',
  'too-many-requests',
  'maintenance',
  'unavailable',
  'internal-error',
  'request-in-progress',
  'idempotency-key-reused',
  'attachment-refused',
  'not-permitted',
  'credential-too-weak',
  'confirmation-failed',
  'portal-answer-malformed',
  'portal-redirects',
];

/** Whether a refusal tells that the change was not made, now or by an earlier attempt under the same key. */
export function settles({ code }: Pick<ConnectError, 'code'>): boolean {
  return !beforeLooking.includes(code);
}
