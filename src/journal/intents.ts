import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from '../platform/files.js';

/** A change that was about to be sent, written down before the first byte of it left. */
export interface Intent {
  readonly key: string;
  readonly operation: string;
  readonly portal: string;
  readonly client: string;
  /** Digest of what the change does; never a secret. */
  readonly content: string;
  readonly begunAt: string;
}

type Name = Pick<Intent, 'operation' | 'portal' | 'client' | 'content'>;

/** Remembers intents until their outcome is known, one file each, flushed to disk. */
export interface IntentJournal {
  /** The intent of that name whose outcome nobody knows yet. */
  pending(name: Name): Promise<Intent | undefined>;
  begin(intent: Intent): Promise<void>;
  settle(intent: Intent): Promise<void>;
}

export function intentJournal(stateDirectory: string): IntentJournal {
  const fileOf = ({ operation, portal, client, content }: Name): string => {
    const name = createHash('sha256')
      .update(JSON.stringify([operation, portal, client, content]))
      .digest('hex');
    return path.join(stateDirectory, 'intents', `${name}.json`);
  };
  return {
    async pending(name) {
      try {
        return JSON.parse(await readFile(fileOf(name), 'utf8')) as Intent;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    begin: (intent) => writeAtomically(fileOf(intent), `${JSON.stringify(intent)}\n`),
    settle: (intent) => rm(fileOf(intent), { force: true }),
  };
}
