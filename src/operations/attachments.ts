import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Portal } from '../api/portal.js';
import { ConnectError, exitCodes } from '../errors.js';

/** A document that goes along with a declaration. */
export interface Attached {
  /** As it was typed. */
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

type Content = () => AsyncIterable<Uint8Array>;

/** The contract's limits. */
const largestBytes = 20 * 1024 * 1024;
const most = 20;
const longestName = 200;

/** By its first bytes, whatever it is called: ISO 32000-1 7.5.2, ISO/IEC 10918-1 B.1.1.3, RFC 2083 3.1. */
const signatures: readonly (readonly [mediaType: string, start: Uint8Array])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff)],
  ['image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
];

/**
 * Reads what is to go along, and sees that the portal can take it.
 * @throws ConnectError `document-unfit`, `options-conflict`; and of the reading
 */
export async function attachedFiles(
  files: readonly string[],
  contentOf: (file: string) => Promise<Content>,
): Promise<readonly Attached[]> {
  if (files.length > most) throw new ConnectError('document-unfit', { file: '--attach', expected: `≤ ${most}` });
  const attached: Attached[] = [];
  for (const file of files) attached.push(await attachedFile(file, await contentOf(file)));
  return attached;
}

async function attachedFile(file: string, content: Content): Promise<Attached> {
  const hash = createHash('sha256');
  let start = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of content()) {
    bytes += chunk.length;
    if (bytes > largestBytes) throw new ConnectError('document-unfit', { file, expected: '≤ 20 MiB' });
    if (start.length < 8) start = Buffer.concat([start, chunk.subarray(0, 8)]);
    hash.update(chunk);
  }
  const [mediaType] = signatures.find(([, sign]) => start.subarray(0, sign.length).equals(sign)) ?? [];
  if (mediaType === undefined) throw new ConnectError('document-unfit', { file, expected: 'PDF, JPEG, PNG' });
  return { file, name: path.basename(file).slice(-longestName), mediaType, bytes, sha256: hash.digest('hex') };
}

/**
 * Sends what goes along and gives its ids. Keys follow from the declaration's, so that a second attempt at that one
 * refers to the same attachments.
 * @throws ConnectError `attachment-refused`: that says nothing of the declaration
 */
export async function sendAttachments(
  portal: Pick<Portal, 'attachments'>,
  client: string,
  attached: readonly Attached[],
  contentOf: (file: string) => Promise<Content>,
  declarationKey: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [index, { file, name, mediaType, sha256 }] of attached.entries()) {
    const key = createHash('sha256')
      .update(JSON.stringify([declarationKey, index, name, sha256]))
      .digest('hex');
    const sent = { name, mediaType, digest: Buffer.from(sha256, 'hex'), content: await contentOf(file) };
    const { id } = await portal.attachments.create(client, sent, key).catch((error: unknown) => refused(error, file));
    ids.push(id);
  }
  return ids;
}

function refused(error: unknown, file: string): never {
  if (!(error instanceof ConnectError) || error.exitCode !== exitCodes.refused) throw error;
  const reason = String(error.params['detail'] ?? error.code);
  throw new ConnectError('attachment-refused', { file, reason }, { cause: error, requestId: error.requestId });
}
