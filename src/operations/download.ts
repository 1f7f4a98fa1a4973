import path from 'node:path';
import type { Message, MessageKind } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { ConnectError, exitCodes } from '../errors.js';
import type { ExitCode } from '../errors.js';
import type { Random } from '../platform/ports.js';
import { saveDocument } from './documents.js';
import type { SavedDocument } from './documents.js';
import { startOfSwissDay } from './swiss-day.js';

export interface DownloadInput {
  readonly message: readonly string[];
  readonly all: boolean | undefined;
  readonly unread: boolean | undefined;
  readonly kind: MessageKind | undefined;
  readonly since: string | undefined;
  readonly to: string | undefined;
  readonly markRead: boolean | undefined;
}

interface Ports {
  readonly portal: Pick<Portal, 'messages'>;
  readonly client: { readonly number: string };
  readonly world: { readonly random: Random; readonly cwd: string };
  readonly fail: (subject: string, error: ConnectError) => Promise<void>;
  readonly raise: (exitCode: ExitCode) => void;
}

/**
 * Saves the documents of the chosen messages, one after the other. One that fails does not keep the others; where none
 * was saved, the first failure is how it ends.
 */
export async function* downloadMessages(input: DownloadInput, ports: Ports): AsyncGenerator<SavedDocument> {
  const { portal, client, world } = ports;
  const folder = path.resolve(world.cwd, input.to ?? '.');
  const failures: Failure[] = [];
  let saved = 0;
  try {
    for await (const message of chosen(input, ports)) {
      const before = failures.length;
      for (const document of message.documents) {
        try {
          yield await saveDocument({ portal, random: world.random }, client.number, message, document, folder);
          saved += 1;
        } catch (error) {
          if (!(error instanceof ConnectError) || isFatal(error)) throw error;
          failures.push({ subject: `${message.id} ${document.name}`, error });
        }
      }
      if (failures.length === before && input.markRead === true && message.unread) await markRead(ports, message.id);
    }
  } finally {
    if (saved + failures.length > 1) for (const { subject, error } of failures) await ports.fail(subject, error);
  }
  const [first] = failures;
  if (first === undefined) return;
  if (saved === 0) throw first.error;
  ports.raise(exitCodes.someFailed);
}

interface Failure {
  readonly subject: string;
  readonly error: ConnectError;
}

/** What would fail for every other document, too. */
function isFatal({ code, exitCode }: ConnectError): boolean {
  const everywhere: readonly ExitCode[] = [exitCodes.signedOut, exitCodes.interrupted, exitCodes.unreachable];
  return everywhere.includes(exitCode) && code !== 'digest-mismatch';
}

async function* chosen(
  { message, all, unread, kind, since }: DownloadInput,
  { portal, client }: Ports,
): AsyncGenerator<Message> {
  const filtered = all === true || unread !== undefined || kind !== undefined || since !== undefined;
  if (message.length > 0 && filtered)
    throw new ConnectError('options-conflict', { options: '<message>, --all, --unread, --kind, --since' });
  if (message.length === 0 && !filtered)
    throw new ConnectError('option-missing', { option: '--all, --unread, --kind, --since' });
  if (filtered) {
    yield* portal.messages.list(client.number, { unread, kind, since: since && startOfSwissDay(since) });
    return;
  }
  for (const id of message) yield (await portal.messages.get(client.number, id)).value;
}

async function markRead({ portal, client }: Ports, id: string): Promise<void> {
  const { etag } = await portal.messages.get(client.number, id);
  await portal.messages.markRead(client.number, id, etag);
}
