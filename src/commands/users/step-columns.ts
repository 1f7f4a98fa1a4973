import type { PlanStep } from '../../access/access-plan.js';
import type { StepOutcome, StepState } from '../../operations/run-plan.js';
import type { Column, Tone } from '../../render/view.js';
import type { Context } from '../../runner/context.js';

/** What became of a step. */
export interface StepRow {
  /** Null if there was nothing to do, so that no run was begun. */
  readonly run: string | null;
  readonly id: string;
  readonly client: string;
  readonly action: PlanStep['action'];
  readonly userName: string;
  readonly state: StepState;
  /** Whether it was so before. */
  readonly already: boolean;
  readonly code: string | null;
  readonly reason: string | null;
}

export function stepRow(
  run: string | null,
  { step, state, already, error }: StepOutcome,
  { translate }: Pick<Context, 'translate'>,
): StepRow {
  return {
    ...{ run, id: step.id, client: step.client, action: step.action, userName: step.who, state, already },
    code: error?.code ?? null,
    reason: error === undefined ? null : translate(`error.${error.code}`, error.params),
  };
}

const tones: Readonly<Record<StepState, Tone>> = {
  done: 'good',
  failed: 'bad',
  unknown: 'bad',
  unprocessed: 'warning',
};

export const stepColumns: readonly Column<StepRow>[] = [
  { key: 'client', title: 'common.client', whole: true },
  { key: 'action', title: 'plan.action', text: ({ action }, { translate }) => translate(`planAction.${action}`) },
  { key: 'userName', title: 'users.userName', whole: true, tone: () => 'strong' },
  {
    key: 'state',
    title: 'apply.state',
    text: ({ state, already }, { translate }) => translate(already ? 'stepState.already' : `stepState.${state}`),
    tone: ({ state }) => tones[state],
  },
  { key: 'reason', title: 'apply.reason' },
  { key: 'already', title: 'stepState.already', hidden: true },
  { key: 'code', title: 'apply.code', hidden: true },
  { key: 'id', title: 'apply.id', hidden: true },
  { key: 'run', title: 'apply.runId', hidden: true },
];
