import { newRunId, runJournal } from '../journal/runs.js';
import type { Run, RunJournal } from '../journal/runs.js';
import type { Clock, Random } from '../platform/ports.js';
import type { PlanOrder } from './apply-plan.js';

/** The runs of plans on this computer. */
export const planRuns = (stateDirectory: string): RunJournal<PlanOrder> => runJournal<PlanOrder>(stateDirectory);

/** Writes down that a plan is made from now on, and names the run. */
export async function beginRun(
  stateDirectory: string,
  order: PlanOrder,
  { clock, random }: { readonly clock: Pick<Clock, 'now'>; readonly random: Pick<Random, 'uuid'> },
): Promise<string> {
  const now = clock.now();
  const id = newRunId(now, random.uuid());
  await planRuns(stateDirectory).begin(id, now.toISOString(), order);
  return id;
}

export type PlanRun = Run<PlanOrder>;
