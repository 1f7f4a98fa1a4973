import { ConnectError } from '../../errors.js';
import { writeSeveral } from '../define.js';
import { optionalArgument, text, texts } from '../options.js';
import { carryPlan } from './carry-plan.js';
import { passwordOptions } from './password-sources.js';
import { planWords } from './plan-words.js';
import { stepColumns } from './step-columns.js';

export const applyPlan = writeSeveral({
  name: 'apply',
  summary: 'users.apply.summary',
  details: 'users.apply.details',
  examples: [
    'connect users apply plan.json --dry-run',
    'connect users apply plan.json',
    'connect users apply plan.json --yes --password-stdin -o json < password',
    'connect users apply --resume run_20261120-080000-1a2b3c',
  ],
  acts: 'login',
  args: { plan: optionalArgument('[plan]', 'users.apply.plan') },
  options: {
    resume: text('--resume <run>', 'users.apply.resume'),
    ...passwordOptions,
    acceptLockout: texts('--accept-lockout <client>', 'users.plan.acceptLockout'),
  },
  prepare: async (input, context) => {
    const { plan: file, resume, ...given } = input;
    if (file !== undefined && resume !== undefined)
      throw new ConnectError('options-conflict', { options: '<plan>, --resume' });
    if (resume !== undefined) {
      const { planRuns } = await import('../../operations/plan-runs.js');
      const resumed = await planRuns(context.directories.state).read(resume);
      return carryPlan({ plan: resumed.order.plan, resumed }, given, context);
    }
    if (file === undefined) throw new ConnectError('option-missing', { option: '<plan>, --resume' });
    if (file === '-' && given.passwordStdin === true) throw new ConnectError('stdin-twice');
    const { readPlan } = await import('../../operations/plan-file.js');
    const plan = await readPlan((await context.contentOf(file))(), file, planWords);
    return carryPlan({ plan }, given, context);
  },
  columns: stepColumns,
});
