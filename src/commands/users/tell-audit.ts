import type { AuditedClient } from '../../operations/audit-client.js';
import type { LoginContext } from '../../runner/context.js';

/** Of more clients than that, how they were reviewed is told in one line. */
const most = 5;

/** Says on stderr how much was audited, and what became of the last review of each client that was not reviewed just now. */
export async function tellAudit(
  rows: readonly AuditedClient[],
  { notify }: Pick<LoginContext, 'notify'>,
): Promise<void> {
  await notify('users.audit.counted', { clients: rows.length, ...countsOf(rows) });
  const left = rows.filter(({ signedOff }) => signedOff === null);
  if (left.length > most) {
    const reviewed = left.flatMap(({ review }) => review ?? []);
    const changed = reviewed.filter((review) => review.changed).length;
    const [unchanged, never] = [reviewed.length - changed, left.length - reviewed.length];
    return notify('users.audit.reviews', { unchanged, changed, never });
  }
  for (const { client: number, name: client, review } of left) {
    if (review === null) await notify('users.audit.neverReviewed', { client, number });
    else {
      const params = { client, number, time: review.time, user: review.reviewer };
      await notify(review.changed ? 'users.audit.reviewedChanged' : 'users.audit.reviewed', params);
    }
  }
}

/** Users, and findings by severity. */
export function countsOf(
  rows: readonly AuditedClient[],
): Readonly<Record<'users' | 'errors' | 'warnings' | 'notes', number>> {
  const found = rows.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const count = (wanted: string): number => found.filter((severity) => severity === wanted).length;
  return {
    users: rows.reduce((sum, { users }) => sum + users.length, 0),
    ...{ errors: count('error'), warnings: count('warning'), notes: count('note') },
  };
}
