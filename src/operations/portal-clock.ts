import type { ClockCheck } from '../api/clock-check.js';
import type { Clock } from '../platform/ports.js';

/**
 * The portal's time, told by this computer's clock and by how far the portal's answers were apart from it: a lock ends when
 * the portal says so. Right to the second, once an answer has come.
 */
export function portalClock(clock: Pick<Clock, 'now'>, check: ClockCheck | undefined): Pick<Clock, 'now'> {
  return { now: () => new Date(clock.now().getTime() - (check?.secondsAhead ?? 0) * 1000) };
}
