import { differingFields } from '../access/access-plan.js';
import type { AccessPlan, PlanStep, StateField, UserState } from '../access/access-plan.js';
import { ConnectError } from '../errors.js';
import type { Run, RunLine } from '../journal/runs.js';
import type { PlanOrder } from './apply-plan.js';

/** What undoes a run, and what of it can't be undone. */
export interface Inverse {
  readonly plan: AccessPlan;
  /** Those whom the run created: no portal deletes a login, so they are deactivated. */
  readonly created: readonly PlanStep[];
  /** Those who had no mobile number and keep the one that they were given. */
  readonly keepMobile: readonly PlanStep[];
}

/**
 * The exact inverse of what a run really did, the last first. What was so already it did not do.
 * @throws ConnectError `run-unsettled` if nobody knows what became of one of its steps
 */
export function inverseOf({ id, order, lines }: Omit<Run<PlanOrder>, 'note'>, now: Date): Inverse {
  const last = new Map(lines.map((line) => [line.step, line] as const));
  const unsettled = [...last.values()].filter(({ kind }) => kind === 'begun');
  if (unsettled.length > 0) throw new ConnectError('run-unsettled', { run: id, count: unsettled.length });
  const did = (step: PlanStep): Done | undefined => {
    const line = last.get(step.id);
    return line?.kind === 'done' && !line.already ? line : undefined;
  };
  const all = order.plan.parts.flatMap(({ steps }) => steps.filter((step) => did(step) !== undefined));
  const parts = order.plan.parts.map((part) => ({
    ...part,
    steps: part.steps.toReversed().flatMap((step) => {
      const line = did(step);
      return line === undefined ? [] : inverseStep(step, line, now);
    }),
  }));
  return {
    plan: { version: 1, madeAt: now.toISOString(), source: { kind: 'undo', run: id }, parts },
    created: all.filter(({ action }) => action === 'create'),
    keepMobile: all.filter(
      (step) => step.action === 'edit' && step.before.mobileNumber === null && step.wanted.mobileNumber !== undefined,
    ),
  };
}

type Done = RunLine & { readonly kind: 'done' };

function inverseStep(step: PlanStep, { user, after: said }: Done, now: Date): readonly PlanStep[] {
  const after = said as UserState;
  const about = { id: step.id, client: step.client, who: after.userName, user, before: after };
  switch (step.action) {
    case 'create':
    case 'reactivate':
      return [{ ...about, action: 'deactivate' }];
    case 'deactivate':
      return [{ ...about, action: 'reactivate' }];
    case 'edit': {
      const wanted = restored(step.before, after, now);
      return Object.keys(wanted).length === 0 ? [] : [{ ...about, action: 'edit', wanted }];
    }
  }
}

/** An administrator has all themes, a lock that is over is none, and no portal takes a mobile number away. */
function restored(before: UserState, after: UserState, now: Date): Partial<Omit<UserState, 'deactivated'>> {
  const isOver = before.lockedUntil !== null && Date.parse(before.lockedUntil) <= now.getTime();
  const state = { ...before, ...(isOver && { lockedUntil: null }) };
  const isLost = (field: StateField): boolean =>
    field === 'deactivated' ||
    (field === 'permissions' && before.administrator) ||
    (field === 'mobileNumber' && before.mobileNumber === null);
  return Object.fromEntries(
    differingFields(state, after)
      .filter((field) => !isLost(field))
      .map((field) => [field, state[field]]),
  );
}
