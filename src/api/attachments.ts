import type { Attachment } from '../../contract/portal.gen.js';
import { path } from './call.js';
import type { Shape } from './decode.js';
import { fileHeaders } from './file-headers.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

/** A file that something else will refer to. */
export interface AttachedFile {
  readonly name: string;
  readonly mediaType: string;
  /** SHA-256 of the bytes, 32 bytes. */
  readonly digest: Uint8Array;
  readonly content: () => AsyncIterable<Uint8Array>;
}

export interface AttachmentsApi {
  create(client: string, file: AttachedFile, idempotencyKey: string): Promise<Attachment>;
}

const attachmentShape: Shape<Attachment> = { id: 'string', sha256: 'string' };

export function attachmentsApi(wire: Wire): AttachmentsApi {
  return {
    create: (client, { name, mediaType, digest, content }, idempotencyKey) =>
      requestJson(
        wire,
        {
          method: 'POST',
          path: path`/clients/${client}/attachments`,
          query: { name },
          headers: fileHeaders(mediaType, digest),
          // What nothing refers to is forgotten within a day, so a lost answer leaves nothing in doubt.
          effect: 'once',
          idempotencyKey,
          stream: content,
        },
        attachmentShape,
      ),
  };
}
