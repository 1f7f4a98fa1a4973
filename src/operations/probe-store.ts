import type { CredentialStore } from '../platform/ports.js';
import { Secret } from '../secret.js';

/**
 * Writes and removes something: a keychain without a keyring answers every question, and fails when it has to keep.
 * @throws ConnectError `store-…`
 */
export async function probeStore(store: CredentialStore): Promise<void> {
  await store.set('connect test entry', new Secret('test'));
  await store.delete('connect test entry');
}
