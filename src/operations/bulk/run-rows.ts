import { ConnectError, errorExitCodes } from '../../errors.js';
import type { ErrorCode, Params } from '../../errors.js';
import type { Run } from '../../journal/runs.js';
import { isSettled, runPlan } from '../run-plan.js';
import type { PlanDriver, StepOutcome } from '../run-plan.js';
import type { CheckedRows } from './check-rows.js';
import type { RowFault } from './faults.js';
import { openSteps, partOf } from './order.js';
import type { RowsOrder } from './order.js';
import type { RowState } from './results.js';
import { stepId } from './steps.js';

/** What became of a row, or will. */
export interface RowOutcome {
  readonly line: number;
  readonly client: string | null;
  readonly user: string | null;
  readonly outcome: RowState;
  readonly faults: readonly RowFault[];
  readonly error: ConnectError | undefined;
}

/**
 * Does the rows of a run that are not done yet, and tells of all. What has failed is not tried again: it can be given again,
 * mended. Never throws for a row.
 */
export async function runRows(run: Run<RowsOrder>, driver: PlanDriver): Promise<readonly RowOutcome[]> {
  const made = await runPlan(run, openSteps(run), driver);
  return rowOutcomes(run, new Map(made.map((outcome) => [outcome.step.id, outcome])));
}

/**
 * The rows of a run in the order of its file, as far as its journal knows.
 * @param rest of those of which it knows nothing
 */
export function rowOutcomes(
  { order, lines }: Pick<Run<RowsOrder>, 'order' | 'lines'>,
  made: ReadonlyMap<string, StepOutcome>,
  rest: 'planned' | 'unprocessed' = 'unprocessed',
): readonly RowOutcome[] {
  const last = new Map(lines.map((line) => [line.step, line] as const));
  const ofSteps = partOf(order).steps.map((step): RowOutcome => {
    const row = { line: lineOf(step.id), client: step.client, user: step.who, faults: [] };
    const outcome = made.get(step.id);
    if (outcome !== undefined)
      return { ...row, outcome: outcome.already ? 'already' : outcome.state, error: outcome.error };
    const noted = last.get(step.id);
    if (noted?.kind === 'done') return { ...row, outcome: noted.already ? 'already' : 'done', error: undefined };
    if (noted?.kind === 'failed' && isSettled(noted)) return { ...row, outcome: 'failed', error: errorOf(noted) };
    const outcomeOfRest = noted?.kind === 'begun' && rest === 'unprocessed' ? 'unknown' : rest;
    return { ...row, outcome: outcomeOfRest, error: undefined };
  });
  return inOrder([...ofSteps, ...idleOutcomes(order.rows.idle)]);
}

/** The rows of a file as they would be done. */
export function plannedRows({ steps, idle }: Pick<CheckedRows, 'steps' | 'idle'>): readonly RowOutcome[] {
  const planned = steps.map(({ id, client, who }): RowOutcome => {
    return { line: lineOf(id), client, user: who, outcome: 'planned', faults: [], error: undefined };
  });
  return inOrder([...planned, ...idleOutcomes(idle)]);
}

const idleOutcomes = (idle: RowsOrder['rows']['idle']): readonly RowOutcome[] =>
  idle.map((row) => ({ ...row, outcome: row.faults.length > 0 ? 'bad' : 'already', error: undefined }));

const inOrder = (rows: readonly RowOutcome[]): readonly RowOutcome[] => [...rows].sort((a, b) => a.line - b.line);

const lineOf = (id: string): number => Number(id.slice(stepId(0).length - 1));

function errorOf(noted: {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}): ConnectError {
  const code: ErrorCode = noted.code in errorExitCodes ? (noted.code as ErrorCode) : 'portal-refused';
  return new ConnectError(code, noted.params as Params, { requestId: noted.requestId ?? undefined });
}
