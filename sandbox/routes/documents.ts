import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { findMessage } from './messages.js';

export const documents: Pick<Handlers, 'getDocument'> = {
  getDocument(call, { params, headers }) {
    const message = findMessage(call, params.message);
    const document = call.portal.store.messages.document(message.id, params.document);
    if (document === undefined) throw new Problem('not-found');
    const described = {
      etag: `"${document.sha256.slice(0, 32)}"`,
      'repr-digest': `sha-256=:${Buffer.from(document.sha256, 'hex').toString('base64')}:`,
      'accept-ranges': 'bytes',
    };
    const { bytes } = document;
    const range = headers['range'];
    if (range === undefined) {
      return { status: 200, bytes: { mediaType: 'application/pdf', content: bytes }, headers: described };
    }
    const { from, to } = rangeOf(range, bytes.length);
    return {
      status: 206,
      bytes: { mediaType: 'application/pdf', content: bytes.subarray(from, to + 1) },
      headers: { ...described, 'content-range': `bytes ${String(from)}-${String(to)}/${String(bytes.length)}` },
    };
  },
};

/** The first and the last byte of a single range (RFC 9110, section 14.1.2). */
function rangeOf(header: string, size: number): { from: number; to: number } {
  const [first = '', last = ''] = header.replace('bytes=', '').split('-');
  const from = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to || from >= size) {
    throw new Problem('range-not-satisfiable', {}, { 'content-range': `bytes */${String(size)}` });
  }
  return { from, to };
}
