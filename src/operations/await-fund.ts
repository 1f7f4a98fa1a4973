import type { SalaryDeclaration } from '../../contract/portal.gen.js';
import { ConnectError, exitCodes } from '../errors.js';
import type { Clock } from '../platform/ports.js';

export interface Patience {
  readonly isThere: (declaration: SalaryDeclaration) => boolean;
  readonly clock: Clock;
  readonly until: Date;
  readonly signal: AbortSignal;
}

const shortestPauseMs = 1000;
const longestPauseMs = 10_000;

/** Whether the fund is through with checking, whatever it has found. */
export const isChecked = ({ state }: Pick<SalaryDeclaration, 'state'>): boolean =>
  state !== 'received' && state !== 'checking';

/** Whether nothing more comes of it unless somebody acts: it is checked and, if it is released, processed. */
export const isSettled = (declaration: Pick<SalaryDeclaration, 'state'>): boolean =>
  isChecked(declaration) && declaration.state !== 'released' && declaration.state !== 'processing';

/**
 * Asks for a declaration until it is there or the time is up, ever more seldom. A portal that does not answer, or has
 * too much to do, is asked again: what was sent has arrived, and only the wait is at stake.
 * @returns the declaration as it was last seen
 */
export async function awaitFund(
  declaration: SalaryDeclaration,
  ask: () => Promise<SalaryDeclaration>,
  { isThere, clock, until, signal }: Patience,
): Promise<SalaryDeclaration> {
  let last = declaration;
  let pauseMs = shortestPauseMs;
  while (!isThere(last)) {
    const leftMs = until.getTime() - clock.now().getTime();
    if (leftMs <= 0) return last;
    await clock.sleep(Math.min(pauseMs, leftMs), signal);
    pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
    try {
      last = await ask();
    } catch (error) {
      if (!(error instanceof ConnectError) || error.exitCode !== exitCodes.unreachable) throw error;
      pauseMs = Math.max(pauseMs, Number(error.params['retryAfterSeconds'] ?? 0) * 1000);
    }
  }
  return last;
}
