import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Call } from './call.js';

const nameOf = (call: Call, key: string): string => `submission ${String(call.member.client.id)} ${key} `;

/** Marks a submission from its first byte until its connection has no more use for it, however that ends. */
export function markSubmission(call: Call, headers: IncomingHttpHeaders, response: ServerResponse): void {
  // A client that has gone meanwhile closes nothing any more: the mark would stay for ever.
  if (response.destroyed) return;
  const { busy } = call.portal;
  const mark = nameOf(call, String(headers['idempotency-key'])) + call.requestId;
  busy.add(mark);
  response.once('close', () => busy.delete(mark));
}

/** Whether a submission under that key is being received or worked on. */
export function isUnderWay(call: Call, key: string): boolean {
  const name = nameOf(call, key);
  return [...call.portal.busy].some((mark) => mark.startsWith(name));
}
