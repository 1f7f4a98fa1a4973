import type { User } from '../../../contract/portal.gen.js';
import { ConnectError, exitCodes } from '../../errors.js';
import { proveChange, proveNow } from '../access.js';
import type { AccessProof } from '../access.js';
import { deactivate } from '../change-user.js';
import { isSelf } from '../users.js';
import { done, stepOf, timeOf, userPath } from './desk.js';
import type { Desk } from './desk.js';
import { hasDone } from './handover.js';
import type { Elsewhere, Had, Handover, OldSession } from './handover.js';
import { look } from './login.js';

/** Asks the portal with a session of the leaver that this computer keeps; null if it keeps none. */
export type AskOldSession = () => Promise<OldSession | null>;

/**
 * The point of no return and what follows: deactivates the leaver if nothing has changed since it was agreed to, proves that
 * nobody gets in with that login any more, and writes that down. Where somebody else has deactivated it, only the rest.
 * @returns as it was found if it can't be done now: somebody has to wait again
 * @throws ConnectError `lockout`, `precondition-failed`, `handover-not-proven`
 */
export async function leave(
  desk: Desk,
  handover: Handover,
  others: readonly Elsewhere[],
  oldSession: AskOldSession,
): Promise<Handover> {
  const looked = await look(desk, handover);
  if (looked.state !== 'ready' && looked.state !== 'deactivating') return looked;
  return prove(desk, await deactivated(desk, looked, others), oldSession);
}

/** @param user as the leaver was read, so that its ETag notices who changes anything after it was proven */
export async function proveLeaving(desk: Desk, user: User): Promise<AccessProof> {
  return proveChange(desk.portal, timeOf(desk), desk.client, user, { kind: 'deactivate', id: user.id }, undefined);
}

async function deactivated(desk: Desk, handover: Handover, others: readonly Elsewhere[]): Promise<Handover> {
  const id = handover.leaver.id ?? '';
  const found = await desk.portal.users.get(desk.client.number, id);
  const { value: user } = found;
  if (user.deactivated) {
    if (hasDone(handover, 'deactivated')) return handover;
    // By whom, only the portal's own log knows: an earlier run did not live to see the answer, or it was somebody else.
    const step = { ...stepOf(desk, 'deactivated'), by: null };
    return done(desk, handover, { had: handover.had ?? hadOf(user, others) }, step);
  }
  const { portal, client } = desk;
  const { verdict, working } =
    (await proveLeaving(desk, user)) ?? (await proveNow(portal, timeOf(desk), client, user, []));
  const administrators = { verdict, working: working.map(({ userName }) => userName) };
  const agreed = { state: 'deactivating', had: hadOf(user, others), administrators } as const;
  const begun = await done(desk, handover, agreed, stepOf(desk, 'confirmed'));
  try {
    await deactivate(portal, client, found);
  } catch (error) {
    const isOpen = !(error instanceof ConnectError) || open.includes(error.exitCode);
    if (!isOpen) await desk.memory.keep({ ...handover, state: 'ready' });
    throw error;
  }
  return done(desk, begun, {}, stepOf(desk, 'deactivated', `POST ${userPath(desk, id)}/deactivation`));
}

/** It may have been done after all. */
const open: readonly number[] = [exitCodes.outcomeUnknown, exitCodes.interrupted];

function hadOf({ administrator, permissions, methods, lastLoginAt }: User, others: readonly Elsewhere[]): Had {
  return { administrator, permissions, methods, lastLoginAt, elsewhere: others };
}

async function prove(desk: Desk, handover: Handover, askOldSession: AskOldSession): Promise<Handover> {
  if (handover.proof !== null) return handover;
  const { id, userName } = handover.leaver;
  // Whoever has deactivated himself may ask nothing any more; then the end of his own session is what there is to see.
  const isOwn = isSelf(handover.leaver, desk.actor);
  const access = isOwn ? null : await desk.portal.users.access(desk.client.number, id ?? '');
  const oldSession = await askOldSession();
  const isDead = oldSession === null || oldSession.status === 401;
  const isRefused = access === null ? oldSession !== null && isDead : !access.mayAct;
  // A fiduciary who is deactivated here may have logged in again for other clients.
  const isEnded = access === null || access.mayLogIn || (access.openSessions === 0 && isDead);
  if (!isRefused || !isEnded) throw new ConnectError('handover-not-proven', { userName, client: desk.client.name });
  const step = stepOf(desk, 'proven');
  return done(desk, handover, { proof: { at: step.at, access, oldSession } }, step);
}
