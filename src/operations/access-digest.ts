import { canonical, hashOf } from '../journal/receipt-entry.js';
import type { AuditedClient } from './audit-client.js';

/** What a reviewer has before him: a client and its matrix. */
export type Matrix = Pick<AuditedClient, 'client' | 'fund' | 'users'>;

/** SHA-256 of exactly what is reviewed, in canonical JSON: everything that the matrix says of every user. */
export const matrixDigest = ({ client, fund, users }: Matrix): string => hashOf(canonical({ client, fund, users }));

/**
 * SHA-256 of who may do what, with which second factor. A login, a lock that passes or another name is no change of access.
 */
export function accessDigest({ client, fund, users }: Matrix): string {
  const rights = users
    .map(({ id, kind, deactivated, administrator, methods, permissions }) => ({
      ...{ id, kind, deactivated, administrator, methods, permissions: permissions.toSorted() },
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return hashOf(canonical({ client, fund, users: rights }));
}

/** One digest for all that is signed off at once. */
export const wholeDigest = (clients: readonly Pick<AuditedClient, 'client' | 'sha256'>[]): string =>
  hashOf(canonical(clients.map(({ client, sha256 }) => ({ client, sha256 }))));
