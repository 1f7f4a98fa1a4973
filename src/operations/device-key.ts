import type { CredentialStore, Random } from '../platform/ports.js';
import type { DeviceKey } from '../platform/signing-keys.js';
import { fromSecret } from '../session/stored-session.js';

/**
 * The key that a login on this computer signs with: the one that an earlier session of the same account has left in the
 * store, else a new one.
 * @param account undefined where nobody knows yet whose login it will be
 */
export async function deviceKeyFor(
  account: string | undefined,
  store: Pick<CredentialStore, 'get'>,
  random: Pick<Random, 'bytes'>,
): Promise<DeviceKey> {
  const { deviceKeyOf, newDeviceKey } = await import('../platform/signing-keys.js');
  const kept = account === undefined ? undefined : await store.get(account);
  const seed = kept && fromSecret(kept)?.deviceKey;
  return seed === undefined ? newDeviceKey(random) : deviceKeyOf(seed);
}
