import { wholeDigest } from '../../operations/access-digest.js';
import type { AuditedClient } from '../../operations/audit-client.js';
import { signOff } from '../../operations/reviews.js';
import type { Change } from '../../runner/change.js';
import type { LoginContext } from '../../runner/context.js';
import { countsOf } from './tell-audit.js';

/** More clients than that are not told one by one. */
const most = 5;

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
  const names = rows.slice(0, most).map(({ client, name }) => `${client} ${name}`);
  const clients = rows.length > most ? `${names.join(', ')}, … (${rows.length})` : names.join(', ');
  const word = digest.slice(0, typedLength);
  return {
    summary: 'users.audit.will',
    params: { clients, ...countsOf(rows), digest },
    request: { method: 'APPEND', path: 'receipts', body: { clients: rows.map(({ client }) => client), digest } },
    consent: { kind: 'typed', question: 'users.audit.ask', word, params: { word } },
    carryOut: async () => {
      const signed = await signOff(context, rows, comment);
      await tellSigned(signed, context);
      return signed;
    },
  };
}

async function tellSigned(signed: readonly AuditedClient[], { notify }: Pick<LoginContext, 'notify'>): Promise<void> {
  const year = signed[0]?.signedOff?.year;
  if (signed.length > most && year !== undefined) {
    return notify('users.audit.signedMany', { count: signed.length, year });
  }
  for (const { client: number, name: client, signedOff } of signed) {
    if (signedOff === null) continue;
    const params = { client, number, entry: signedOff.entry, year: signedOff.year };
    if (signedOff.signedBy === null) await notify('users.audit.unsigned', params);
    else await notify('users.audit.signed', { ...params, key: signedOff.signedBy });
  }
}
