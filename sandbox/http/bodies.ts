import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { UploadTooLarge, type Upload } from '../store/files.js';
import { callOf, findCall } from './context.js';
import type { Operation } from './contract.js';
import { invalid, Problem } from './problem.js';

const mebibyte = 2 ** 20;

/** How large a JSON body may be: requests for codes carry up to five documents in them. */
export function jsonLimit(operation: Operation): number {
  return operation.tags.includes('codes') ? 40 * mebibyte : mebibyte;
}

export const salaryLimit = 1024 * mebibyte;
export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const excelLimit = 20 * mebibyte;
const attachmentLimit = 20 * mebibyte;

/** A body that the operation does not take is refused before a byte of it is read. */
export function checkMediaType(operation: Operation, { headers }: IncomingMessage): void {
  if (isEmpty(headers)) {
    if (operation.bodyRequired) throw new Problem('malformed', { detail: 'The body is missing.' });
    return;
  }
  const given = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (operation.mediaTypes.length === 0) {
    throw new Problem('malformed', { detail: 'This operation takes no body.' });
  }
  if (!operation.mediaTypes.includes(given)) throw new Problem('media-type-unsupported');
  if (given !== 'application/json') {
    const limit = limitOf(given);
    if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge();
    if (headers['repr-digest'] === undefined) throw invalid('Repr-Digest', 'is required');
  }
}

function limitOf(mediaType: string): number {
  if (mediaType === excelType) return excelLimit;
  return mediaType.startsWith('application/') && mediaType !== 'application/pdf' ? salaryLimit : attachmentLimit;
}

function isEmpty(headers: IncomingHttpHeaders): boolean {
  return (headers['content-length'] ?? '0') === '0' && headers['transfer-encoding'] === undefined;
}

/** After a body that was not read to its end, the connection is of no use any more. */
function tooLarge(): Problem {
  return new Problem('too-large', {}, { connection: 'close' });
}

/** How bodies are read: JSON into memory, files to the disk. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const raw = body as Buffer;
    const call = findCall(request);
    if (call !== undefined) call.rawBody = raw;
    if (call?.signedBy !== undefined && request.headers['repr-digest'] !== digestField(raw)) {
      done(new Problem('digest-mismatch'));
      return;
    }
    if (raw.length === 0) {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)));
    } catch {
      done(new Problem('malformed', { detail: 'The body is not JSON in UTF-8.' }));
    }
  });
  app.addContentTypeParser(/^application\/(xml|vnd\.)/, receiveUpTo(salaryLimit));
  app.addContentTypeParser(/^(application\/pdf|image\/)/, receiveUpTo(attachmentLimit));
}

function receiveUpTo(limit: number) {
  return (request: FastifyRequest, body: IncomingMessage): Promise<Upload> => receive(request, body, limit);
}

async function receive(request: FastifyRequest, body: IncomingMessage, limit: number): Promise<Upload> {
  const { files } = callOf(request).portal;
  try {
    const upload = await files.receive(body, limit);
    if (request.headers['repr-digest'] === fieldOf(Buffer.from(upload.sha256, 'hex'))) return upload;
    await files.discard(upload);
    throw new Problem('digest-mismatch');
  } catch (error) {
    if (error instanceof UploadTooLarge) throw tooLarge();
    throw error;
  }
}

function digestField(body: Buffer): string {
  return fieldOf(createHash('sha256').update(body).digest());
}

/** RFC 9530, section 3. */
const fieldOf = (sha256: Buffer): string => `sha-256=:${sha256.toString('base64')}:`;
