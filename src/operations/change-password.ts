import type { Profile } from '../../contract/portal.gen.js';
import type { MeApi } from '../api/me.js';
import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';

interface Passwords {
  /** The profile as it was. */
  readonly before: Pick<Profile, 'passwordChangedAt'>;
  readonly current: Secret;
  readonly changed: Secret;
  readonly portal: string;
}

/**
 * Changes the own password; the portal ends every other session of the login. Where the answer is lost, the profile
 * tells: had anybody else changed the password meanwhile, this session would be over.
 * @throws ConnectError `confirmation-failed`, `password-unfit`, `password-change-unknown`
 */
export async function changePassword(
  me: Pick<MeApi, 'get' | 'changePassword'>,
  { before, current, changed, portal }: Passwords,
): Promise<void> {
  // One of the last five for sure, and not worth an answer that counts.
  if (changed.reveal() === current.reveal()) throw new ConnectError('password-unfit');
  try {
    await me.changePassword(current, changed);
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'outcome-unknown') throw error;
    const now = await me.get().catch(() => before);
    if (now.passwordChangedAt !== before.passwordChangedAt) return;
    throw new ConnectError('password-change-unknown', { portal }, { cause: error, requestId: error.requestId });
  }
}
