import { createHash } from 'node:crypto';
import { Problem } from './problem.js';

/** A strong validator: it changes with the representation, and with whatever else is given. */
export function etag(representation: unknown, ...others: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([representation, ...others]));
  return `"${digest.digest('base64url').slice(0, 22)}"`;
}

/** Refuses an edit of something that was changed since it was read. */
export function mustMatch(headers: Readonly<Record<string, string | undefined>>, current: string): void {
  if (headers['if-match'] !== current) throw new Problem('precondition-failed');
}
