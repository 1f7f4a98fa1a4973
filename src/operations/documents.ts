import { createHash } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Document, Message } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import { digestOf } from '../platform/digest.js';
import type { Random } from '../platform/ports.js';
import { safeFileName } from './file-names.js';

export interface SavedDocument {
  readonly message: string;
  readonly document: string;
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
  /** `unchanged`: the very same file was there already. */
  readonly state: 'saved' | 'unchanged';
}

interface Ports {
  readonly portal: Pick<Portal, 'messages'>;
  readonly random: Random;
}

/**
 * Saves a document below a folder: under a name of our making, never over another file, whole or not at all, and only
 * if its bytes have the digest that the message promises.
 * @throws ConnectError `target-exists`, `digest-mismatch`, `file-unwritable`
 */
export async function saveDocument(
  { portal, random }: Ports,
  client: string,
  message: Message,
  document: Document,
  folder: string,
): Promise<SavedDocument> {
  const file = path.join(folder, nameFor(message, document));
  const saved = { message: message.id, document: document.id, file, size: document.size, sha256: document.sha256 };
  const there = await prepared(folder, file);
  if (there === document.sha256) return { ...saved, state: 'unchanged' };
  if (there !== undefined) throw new ConnectError('target-exists', { file });
  const part = path.join(folder, `.${random.uuid()}.part`);
  try {
    await portal.messages.document(client, message.id, document.id, (bytes) => receive(bytes, part, document));
    // A link is made only where nothing is, in one step; a rename would replace what came to be there meanwhile.
    await link(part, file);
  } catch (error) {
    throw unwritable(error, file);
  } finally {
    await rm(part, { force: true });
  }
  return { ...saved, state: 'saved' };
}

/** Makes the folder, and gives the digest of what is at the file's place already. */
async function prepared(folder: string, file: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    return await digestOf(file);
  } catch (error) {
    throw new ConnectError('file-unwritable', { file, reason: String(error) }, { cause: error });
  }
}

async function receive(bytes: AsyncIterable<Uint8Array>, part: string, { id, sha256, size }: Document): Promise<void> {
  // A second attempt starts afresh; `wx` never follows a link that somebody laid there.
  await rm(part, { force: true });
  const handle = await open(part, 'wx', 0o600);
  const hash = createHash('sha256');
  let received = 0;
  try {
    for await (const chunk of bytes) {
      received += chunk.length;
      if (received > size) throw new ConnectError('digest-mismatch', { document: id });
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (hash.digest('hex') !== sha256) throw new ConnectError('digest-mismatch', { document: id });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Sorts by date, says what it is, and can't collide: ids are unique. */
function nameFor(message: Message, document: Document): string {
  const name = safeFileName(document.name.replace(/\.pdf$/i, ''));
  const sent = Date.parse(message.sentAt);
  const day = Number.isNaN(sent) ? '' : new Date(sent).toISOString().slice(0, 10);
  return `${day} ${name} (${safeFileName(document.id)}).pdf`.trimStart();
}

function unwritable(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  if ('code' in error && error.code === 'EEXIST') return new ConnectError('target-exists', { file }, { cause: error });
  return new ConnectError('file-unwritable', { file, reason: error.message }, { cause: error });
}
