import path from 'node:path';
import type { AccessPlan, PlanPart } from '../../access/access-plan.js';
import { mayWritePlan, writePlan } from '../../operations/plan-file.js';
import type { Context } from '../../runner/context.js';

interface Wanted {
  readonly out: string | undefined;
  readonly force: boolean | undefined;
}

/** @throws ConnectError `plan-file-exists`, before anybody is asked for anything */
export async function mayWrite({ out, force }: Wanted, { world }: Context): Promise<void> {
  if (out !== undefined) await mayWritePlan(path.resolve(world.cwd, out), force === true);
}

/** Writes the plan, if one is wanted and there is something to do; says afterwards what can be done with it. */
export async function planned(
  { out, force }: Wanted,
  source: AccessPlan['source'],
  parts: readonly PlanPart[],
  { world, notify }: Context,
): Promise<() => Promise<void>> {
  const count = parts.reduce((sum, { steps }) => sum + steps.length, 0);
  if (out === undefined) return async () => (count === 0 ? undefined : notify('users.reconcile.couldPlan', { count }));
  if (count === 0) return () => notify('users.reconcile.noPlan');
  const plan: AccessPlan = {
    version: 1,
    madeAt: world.clock.now().toISOString(),
    source,
    parts: parts.filter(({ steps }) => steps.length > 0),
  };
  await writePlan(plan, path.resolve(world.cwd, out), force === true);
  return async () => {
    await notify('users.reconcile.planned', { count, file: out });
    await notify('users.reconcile.apply', { file: typed(out) });
  };
}

/** As a shell takes it for one word. */
const typed = (file: string): string => (/^[\w./@%+:,-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`);
