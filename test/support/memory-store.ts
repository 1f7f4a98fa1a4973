import path from 'node:path';
import type { CredentialStore } from '../../src/platform/ports.js';
import { Secret } from '../../src/secret.js';

/** Credentials in memory, with a real path for the locks; `events` tells what was done with them, in order. */
export class MemoryStore implements CredentialStore {
  readonly kind = 'file';
  readonly entries = new Map<string, string>();
  readonly events: string[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get(account: string): Promise<Secret | undefined> {
    const text = this.entries.get(account);
    return Promise.resolve(text === undefined ? undefined : new Secret(text));
  }

  set(account: string, secret: Secret): Promise<void> {
    this.events.push('set');
    this.entries.set(account, secret.reveal());
    return Promise.resolve();
  }

  delete(account: string): Promise<boolean> {
    return Promise.resolve(this.entries.delete(account));
  }

  lockPath(account: string): string {
    return path.join(this.#folder, `${Buffer.from(account).toString('hex')}.lock`);
  }
}
