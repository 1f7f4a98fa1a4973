import type { Attachment } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { invalid } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { newId } from '../rules/names.js';
import type { Upload } from '../store/files.js';

export const attachments: Pick<Handlers, 'createAttachment'> = {
  async createAttachment(call, { query, headers, ...request }) {
    const upload = request.body as unknown as Upload;
    await call.portal.files.keep(upload);
    return call.commit(() => {
      const { client } = call.member;
      const { size, sha256 } = upload;
      const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      const body: Attachment = { id: newId(call.portal.random, 'att'), name: query.name, mediaType, size, sha256 };
      call.subject = body.id;
      call.portal.store.attachments.add({ ...body, client: client.id, createdAt: call.now(), referred: 0 });
      return { status: 201, body };
    });
  },
};

/** Ties attachments to what refers to them; one that is not there is a fault of the request. */
export function refer(call: Call, ids: readonly string[], pointer = '/attachments'): void {
  const { attachments: rows } = call.portal.store;
  ids.forEach((id, i) => {
    if (rows.find(call.member.client.id, id, call.now()) === undefined) {
      throw invalid(
        pointer.startsWith('/') ? `${pointer}/${String(i)}` : pointer,
        'is not an attachment of this client',
      );
    }
  });
  rows.refer(ids);
}
