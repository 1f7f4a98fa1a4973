import path from 'node:path';
import type { Secret } from '../secret.js';
import { encryptedFileStore } from './encrypted-file.js';
import { accountName } from './lock.js';
import { locksOfUser } from './locks-folder.js';
import type { CredentialStore, Keychain } from './ports.js';

export interface StoreOptions {
  readonly kind: 'keychain' | 'file';
  readonly keychain: Keychain;
  /** State directory, for the encrypted file. */
  readonly directory: string;
  readonly passphrase: (isNew: boolean) => Promise<Secret>;
}

/** Where secrets live. The keychain unless the user has chosen the encrypted file; never one in place of the other. */
export function credentialStore({ kind, keychain, directory, passphrase }: StoreOptions): CredentialStore {
  if (kind === 'file') return encryptedFileStore(path.join(directory, 'credentials.enc'), passphrase);
  return {
    kind,
    get: (account) => keychain.get(account),
    set: (account, secret) => keychain.set(account, secret),
    delete: (account) => keychain.delete(account),
    // The keychain belongs to the user of the operating system, and so do its locks.
    lockPath: (account) => path.join(locksOfUser(), `${accountName(account)}.lock`),
  };
}
