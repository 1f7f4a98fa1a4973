import { wholeDigest } from '../../operations/access-digest.js';
import type { AuditedClient } from '../../operations/audit-client.js';
import { signOff } from '../../operations/reviews.js';
import type { Change } from '../../runner/change.js';
import type { LoginContext } from '../../runner/context.js';
import { countsOf } from './tell-audit.js';

/** So much of a digest proves that somebody has looked at it. */
const typedLength = 8;

/** The review of these clients, which will be in the journal once the reviewer agrees. */
export function signingOff(
  rows: readonly AuditedClient[],
  comment: string | undefined,
  context: LoginContext,
): Change<readonly AuditedClient[]> {
  const [only] = rows;
  const digest = rows.length === 1 && only !== undefined ? only.sha256 : wholeDigest(rows);
  const clients = rows.map(({ client, name }) => `${client} ${name}`).join(', ');
  const word = digest.slice(0, typedLength);
  return {
    summary: 'users.audit.will',
    params: { clients, ...countsOf(rows), digest },
    request: { method: 'APPEND', path: 'receipts', body: { clients: rows.map(({ client }) => client), digest } },
    consent: { kind: 'typed', question: 'users.audit.ask', word, params: { word } },
    carryOut: async () => {
      const signed = await signOff(context, rows, comment);
      for (const { client: number, name: client, signedOff } of signed) {
        if (signedOff === null) continue;
        const { entry, year, signedBy } = signedOff;
        const params = { client, number, entry, year };
        if (signedBy === null) await context.notify('users.audit.unsigned', params);
        else await context.notify('users.audit.signed', { ...params, key: signedBy });
      }
      return signed;
    },
  };
}
