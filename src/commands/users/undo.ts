import { writeSeveral } from '../define.js';
import { argument, texts } from '../options.js';
import { carryPlan, most } from './carry-plan.js';
import { passwordOptions } from './password-sources.js';
import { stepColumns } from './step-columns.js';

export const undoRun = writeSeveral({
  name: 'undo',
  summary: 'users.undo.summary',
  details: 'users.undo.details',
  examples: [
    'connect users undo run_20261120-080000-1a2b3c --dry-run',
    'connect users undo run_20261120-080000-1a2b3c',
  ],
  acts: 'login',
  args: { run: argument('<run>', 'users.undo.run') },
  options: { ...passwordOptions, acceptLockout: texts('--accept-lockout <client>', 'users.plan.acceptLockout') },
  prepare: async ({ run, ...given }, context) => {
    const { world, notify, directories } = context;
    const [{ planRuns }, { inverseOf }] = await Promise.all([
      import('../../operations/plan-runs.js'),
      import('../../operations/undo-plan.js'),
    ]);
    const inverse = inverseOf(await planRuns(directories.state).read(run), world.clock.now());
    const change = await carryPlan({ plan: inverse.plan }, given, context);
    for (const { who } of inverse.created.slice(0, most)) await notify('undo.created', { user: who });
    for (const { who } of inverse.keepMobile.slice(0, most)) await notify('undo.keepMobile', { user: who });
    return change;
  },
  columns: stepColumns,
});
