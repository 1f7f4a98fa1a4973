import path from 'node:path';
import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';
import { encryptedFileStore } from './encrypted-file.js';
import { accountName } from './lock.js';
import { locksOfUser } from './locks-folder.js';
import type { CredentialStore, Keychain } from './ports.js';

export interface StoreOptions {
  readonly kind: CredentialStore['kind'];
  readonly keychain: Keychain;
  /** State directory, for the encrypted file. */
  readonly directory: string;
  readonly passphrase: (isNew: boolean) => Promise<Secret>;
}

export const credentialFile = (stateDirectory: string): string => path.join(stateDirectory, 'credentials.enc');

/** Where secrets live. The keychain unless the user has chosen the encrypted file; never one in place of the
 * other; nowhere if the environment says so. */
export function credentialStore({ kind, keychain, directory, passphrase }: StoreOptions): CredentialStore {
  if (kind === 'file') return encryptedFileStore(credentialFile(directory), passphrase);
  const secrets = kind === 'memory' ? nothing : keychain;
  return {
    kind,
    get: (account) => secrets.get(account),
    set: (account, secret) => secrets.set(account, secret),
    delete: (account) => secrets.delete(account),
    // The keychain belongs to the user of the operating system, and so do its locks.
    lockPath: (account) => path.join(locksOfUser(), `${accountName(account)}.lock`),
  };
}

/** Holds nothing, and refuses to. */
const nothing: Keychain = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.reject(new ConnectError('store-keeps-nothing')),
  delete: () => Promise.resolve(false),
};
