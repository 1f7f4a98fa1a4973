import type { User } from '../../../contract/portal.gen.js';
import { ConnectError, exitCodes } from '../../errors.js';
import { proveNow } from '../access.js';
import { swissDayAtPortal } from '../swiss-day.js';
import { fullName } from '../users.js';
import { done, stepOf, timeOf } from './desk.js';
import type { Desk } from './desk.js';
import { hasDone } from './handover.js';
import type { Handover, Lack } from './handover.js';

/** A login that lies further back proves no more that its owner still has his password and his second factor. */
const provesForDays = 30;

const shortestPauseMs = 5000;
const longestPauseMs = 60_000;

/**
 * What is in the way of the successor's taking over this moment; nothing if he has really logged in with the second factor. If the leaver is an
 * administrator, the lock-out prover must count the successor among those who can administrate without the leaver.
 * @throws ConnectError `handover-successor-deactivated`
 */
export async function lackOf(desk: Desk, handover: Handover, leaver: User): Promise<Lack | undefined> {
  const { portal, client } = desk;
  const clock = timeOf(desk);
  if (handover.successor.id === null) return 'login';
  const { value: successor } = await portal.users.get(client.number, handover.successor.id);
  if (successor.deactivated)
    throw new ConnectError('handover-successor-deactivated', {
      user: fullName(successor),
      userName: successor.userName,
      client: client.name,
    });
  const { lastLoginAt, lockedUntil, methods } = successor;
  if (lastLoginAt === null || methods.length === 0) return 'login';
  if (lockedUntil !== null && new Date(lockedUntil) > clock.now()) return 'lock';
  const oldest = Date.parse(handover.begunAt) - provesForDays * 86_400_000;
  if (Date.parse(lastLoginAt) < oldest) return 'recent-login';
  if (!leaver.administrator || leaver.deactivated) return undefined;
  const { working } = await proveNow(portal, clock, client, leaver, [{ kind: 'deactivate', id: leaver.id }]);
  return working.some(({ id }) => id === successor.id) ? undefined : 'factor';
}

/** Looks how far it is: whether the successor has logged in, and whether the day has come. */
export async function look(desk: Desk, handover: Handover): Promise<Handover> {
  const { value: leaver } = await desk.portal.users.get(desk.client.number, handover.leaver.id ?? '');
  if (leaver.deactivated) return handover.state === 'deactivating' ? handover : settle(desk, handover, 'deactivating');
  const lack = await lackOf(desk, handover, leaver);
  if (lack !== undefined) return settle(desk, handover, 'waiting-for-login', lack);
  const today = swissDayAtPortal(desk.clock, desk.wire.clockCheck);
  return settle(desk, handover, today < handover.on ? 'waiting-for-day' : 'ready');
}

async function settle(
  desk: Desk,
  handover: Handover,
  state: Handover['state'],
  lacks: Lack | null = null,
): Promise<Handover> {
  const isNew = (state === 'ready' || state === 'waiting-for-day') && !hasDone(handover, 'logged-in');
  if (isNew)
    return done(desk, handover, { state, lacks }, { ...stepOf(desk, 'logged-in'), by: handover.successor.userName });
  return handover.state === state && handover.lacks === lacks ? handover : done(desk, handover, { state, lacks });
}

/**
 * Looks until the successor has logged in or the time is up, ever more seldom. A portal that does not answer is asked again.
 * @returns the handover as it was last seen
 */
export async function awaitLogin(desk: Desk, handover: Handover, until: Date, signal: AbortSignal): Promise<Handover> {
  let last = handover;
  let pauseMs = shortestPauseMs;
  while (last.state === 'waiting-for-login') {
    const leftMs = until.getTime() - desk.clock.now().getTime();
    if (leftMs <= 0) return last;
    await desk.clock.sleep(Math.min(pauseMs, leftMs), signal);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    try {
      last = await look(desk, last);
    } catch (error) {
      if (!(error instanceof ConnectError) || error.exitCode !== exitCodes.unreachable) throw error;
    }
  }
  return last;
}
