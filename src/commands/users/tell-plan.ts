import type { Theme, User } from '../../../contract/portal.gen.js';
import type { PlanStep } from '../../access/access-plan.js';
import type { Tell } from '../../render/tell.js';
import { tellChanges } from './tell-changes.js';

/** What a step does, in words: `luca.bianchi: last name: Bianchi → Rossi`. */
export function tellStep(step: PlanStep, tell: Tell): string {
  const { translate } = tell;
  if (step.action === 'create') {
    const { firstName, lastName, administrator, permissions } = step.wanted;
    const rights = administrator ? translate('users.administrator') : themeNames(permissions, tell);
    return translate('plan.create', { user: `${firstName} ${lastName} (${step.who})`, rights });
  }
  if (step.action !== 'edit') return translate(`plan.${step.action}`, { user: step.who });
  // Of a user the columns of what is changed look at nothing else.
  const changes = tellChanges(step.before as User, step.wanted, tell);
  return translate('plan.edit', { user: step.who, changes });
}

const themeNames = (themes: readonly Theme[], { translate }: Tell): string =>
  themes.map((theme) => translate(`theme.${theme}`)).join(', ') || '–';
