import type { AccessPlan } from '../access/access-plan.js';
import { runJournal } from '../journal/runs.js';
import type { RunLine } from '../journal/runs.js';
import type { PlanOrder } from './apply-plan.js';
import { isSettled } from './run-plan.js';

/** A run that this computer remembers. */
export interface KnownRun {
  readonly run: string;
  readonly begunAt: string;
  readonly source: AccessPlan['source']['kind'];
  /** The file that the plan was made from, or the run that it undoes. */
  readonly from: string | null;
  readonly clients: number;
  readonly steps: number;
  readonly done: number;
  readonly failed: number;
  /** Sent, without anybody knowing what became of it. */
  readonly unknown: number;
  /** The run that has undone it. */
  readonly undoneBy: string | null;
}

/** The latest first. What can't be read is left out here; whoever asks for it by name hears why. */
export async function knownRuns(stateDirectory: string): Promise<readonly KnownRun[]> {
  const journal = runJournal<Partial<PlanOrder>>(stateDirectory);
  const runs: KnownRun[] = [];
  const undone = new Map<string, string>();
  for (const id of await journal.ids()) {
    const read = await journal.read(id).catch(() => undefined);
    const plan = read?.order.plan;
    if (read === undefined || plan === undefined) continue;
    const last = [...new Map<string, RunLine>(read.lines.map((line) => [line.step, line])).values()];
    const count = (kind: RunLine['kind']): number => last.filter((line) => line.kind === kind).length;
    const { kind, file, run: undoes } = plan.source;
    if (undoes !== undefined && count('done') > 0) undone.set(undoes, id);
    runs.push({
      ...{ run: id, begunAt: read.begunAt, source: kind, from: file ?? undoes ?? null },
      clients: plan.parts.reduce((sum, { clients }) => sum + clients.length, 0),
      steps: plan.parts.reduce((sum, { steps }) => sum + steps.length, 0),
      ...{ done: count('done'), failed: last.filter((line) => line.kind === 'failed' && isSettled(line)).length },
      ...{ unknown: count('begun'), undoneBy: null },
    });
  }
  return runs.map((one) => ({ ...one, undoneBy: undone.get(one.run) ?? null })).toReversed();
}
