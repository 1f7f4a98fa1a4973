import { createHash } from 'node:crypto';
import type { Call } from './call.js';
import { Problem } from './problem.js';
import type { Reply } from './types.js';

/** Marks the key of a request for as long as it is processed, and gives the first answer again if there is one. */
export async function once(
  call: Call,
  { url, key, body }: { readonly url: string; readonly key: string; readonly body: string },
  act: () => Promise<Reply>,
): Promise<Reply> {
  const { store, secret, busy } = call.portal;
  const scope = `${call.fund} ${call.operation.security.length === 0 ? '' : call.login.account.id}`;
  const fingerprint = secret.mac('request', [call.operation.method, url, body].join('\n'));
  call.idempotency = { scope, key, fingerprint };

  const kept = store.answers.find(scope, key);
  if (kept !== undefined) {
    if (kept.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused');
    return JSON.parse(secret.open(kept.answer)) as Reply;
  }
  const mark = `${scope} ${key}`;
  if (busy.has(mark)) throw new Problem('request-in-progress', {}, { 'retry-after': '1' });
  busy.add(mark);
  try {
    return await act();
  } finally {
    busy.delete(mark);
  }
}

/** What a body is compared by. */
export function bodyDigest(body: unknown, raw: Buffer | undefined): string {
  if (raw !== undefined) return createHash('sha256').update(raw).digest('hex');
  return (body as { readonly sha256?: string } | undefined)?.sha256 ?? '';
}
