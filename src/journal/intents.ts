import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';
import { writeAtomically } from '../platform/files.js';

/** What a change is about, for whoever has to find out later what became of it; never a secret. */
export type IntentDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A change that was about to be sent, written down before the first byte of it left. */
export interface Intent {
  readonly key: string;
  readonly operation: string;
  readonly portal: string;
  readonly client: string;
  /** Digest of what the change does; never a secret. */
  readonly content: string;
  readonly begunAt: string;
  readonly details?: IntentDetails;
}

type Name = Pick<Intent, 'operation' | 'portal' | 'client' | 'content'>;

/**
 * Remembers intents until their outcome is known, one file each, flushed to disk. What is read throws `intent-damaged`
 * where a file is not what was written: of which change it tells is not known then.
 */
export interface IntentJournal {
  /** The intent of that name whose outcome nobody knows yet. */
  pending(name: Name): Promise<Intent | undefined>;
  /** All of an operation whose outcome nobody knows yet, the oldest first. */
  everyPending(operation: string): Promise<readonly Intent[]>;
  begin(intent: Intent): Promise<void>;
  settle(intent: Name): Promise<void>;
}

export function intentJournal(stateDirectory: string): IntentJournal {
  const folder = path.join(stateDirectory, 'intents');
  const fileOf = ({ operation, portal, client, content }: Name): string => {
    const name = createHash('sha256')
      .update(JSON.stringify([operation, portal, client, content]))
      .digest('hex');
    return path.join(folder, `${name}.json`);
  };
  return {
    pending: (name) => read(fileOf(name)),
    async everyPending(operation) {
      const names = (await unlessMissing(readdir(folder))) ?? [];
      // What lies beside the intents is a write that a crash has cut short, before its change was sent.
      const files = names.filter((name) => /^[\da-f]{64}\.json$/.test(name));
      const intents = await Promise.all(files.map((name) => read(path.join(folder, name))));
      return intents
        .filter((intent) => intent !== undefined)
        .filter((intent) => intent.operation === operation)
        .toSorted((a, b) => (a.begunAt < b.begunAt ? -1 : 1));
    },
    begin: (intent) => writeAtomically(fileOf(intent), `${JSON.stringify(intent)}\n`),
    settle: (intent) => rm(fileOf(intent), { force: true }),
  };
}

async function read(file: string): Promise<Intent | undefined> {
  const text = await unlessMissing(readFile(file, 'utf8'));
  if (text === undefined) return undefined;
  const intent = parsed(text) as Partial<Intent> | null | undefined;
  const texts = [intent?.key, intent?.operation, intent?.portal, intent?.client, intent?.content, intent?.begunAt];
  if (!texts.every((member) => typeof member === 'string')) throw new ConnectError('intent-damaged', { file });
  return intent as Intent;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
