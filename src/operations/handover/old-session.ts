import type { Portal } from '../../api/portal.js';
import { ConnectError, exitCodes } from '../../errors.js';
import type { Clock } from '../../platform/ports.js';
import type { Keeper } from '../../session/keeper.js';
import type { OldSession } from './handover.js';

interface KeptLogin {
  readonly portal: Pick<Portal, 'login'>;
  readonly keeper: Pick<Keeper, 'session'>;
}

/**
 * What the portal answers to a session that this computer keeps for a login; null if it keeps none, or can't be asked.
 * @param logins the same person's, by user name and by e-mail address
 */
export async function askOldSession(
  logins: readonly KeptLogin[],
  clock: Pick<Clock, 'now'>,
): Promise<OldSession | null> {
  for (const { portal, keeper } of logins) {
    const kept = await keeper.session().catch(() => undefined);
    if (kept === undefined) continue;
    const at = clock.now().toISOString();
    try {
      await portal.login.session();
      return { at, status: 200, code: null, requestId: null };
    } catch (error) {
      if (!(error instanceof ConnectError) || error.exitCode !== exitCodes.signedOut) throw error;
      return { at, status: 401, code: error.code, requestId: error.requestId ?? null };
    }
  }
  return null;
}
