import { ConnectError } from '../errors.js';
import { withLock } from '../platform/lock.js';
import type { CredentialStore } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import type { LoginAccounts } from './known-accounts.js';
import { probeStore } from './probe-store.js';

export interface Move {
  readonly from: CredentialStore;
  readonly to: CredentialStore;
  /** Makes the new store the one in use, once everything is in it. */
  readonly adopt: () => Promise<void>;
  /** What to tell if the old store can't be read. */
  readonly unreadable: (error: ConnectError) => ConnectError;
}

export interface Moved {
  readonly count: number;
  /** Why something is still in the old store, too. */
  readonly left: ConnectError | undefined;
}

/**
 * Takes the credentials of logins from one store to another: all are written to the new one and read back there, then it is
 * put into use, and only then they leave the old one. Whenever this is interrupted, at least one store has everything.
 * Meanwhile no other process can renew one of the sessions: the copy would hold a token that is spent.
 * @throws ConnectError of the new store, and what `unreadable` makes of one of the old: then nothing has changed
 */
export async function moveCredentials(logins: readonly LoginAccounts[], move: Move): Promise<Moved> {
  const found: LoginAccounts[] = [];
  for (const login of logins) if ((await read(login, move)).size > 0) found.push(login);
  // Whatever has to be asked for is asked before others are kept waiting, and before anything is written.
  if (found.length > 0) await probeStore(move.to);
  return moveLocked(found, move);
}

async function moveLocked([login, ...others]: readonly LoginAccounts[], move: Move): Promise<Moved> {
  if (login === undefined) {
    await move.adopt();
    return { count: 0, left: undefined };
  }
  return withLock(move.from.lockPath(login.session), async () => {
    const secrets = await read(login, move);
    for (const [account, secret] of secrets) await keep(account, secret, move.to);
    const later = await moveLocked(others, move);
    return { count: secrets.size + later.count, left: later.left ?? (await forget([...secrets.keys()], move.from)) };
  });
}

async function read(
  { session, seed }: LoginAccounts,
  { from, unreadable }: Move,
): Promise<ReadonlyMap<string, Secret>> {
  const found = new Map<string, Secret>();
  try {
    for (const account of [session, seed]) {
      const secret = await from.get(account);
      if (secret !== undefined) found.set(account, secret);
    }
  } catch (error) {
    throw error instanceof ConnectError ? unreadable(error) : error;
  }
  return found;
}

async function keep(account: string, secret: Secret, store: CredentialStore): Promise<void> {
  await store.set(account, secret);
  const kept = await store.get(account);
  if (kept?.reveal() !== secret.reveal())
    throw new ConnectError('store-denied', { reason: 'an entry does not come back as it was written' });
}

async function forget(accounts: readonly string[], store: CredentialStore): Promise<ConnectError | undefined> {
  try {
    for (const account of accounts) await store.delete(account);
    return undefined;
  } catch (error) {
    if (error instanceof ConnectError) return error;
    throw error;
  }
}
