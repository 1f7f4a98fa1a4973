import { auditAccess } from './audit.js';
import { applyPlan } from './apply.js';
import { deactivateUser } from './deactivate.js';
import { editOneUser } from './edit.js';
import { handOver } from './handover/begin.js';
import { listUsers } from './list.js';
import { newUser } from './new.js';
import { planUsers } from './plan.js';
import { reactivateUser } from './reactivate.js';
import { reconcileUsers } from './reconcile.js';
import { listRuns } from './runs.js';
import { showUser } from './show.js';
import { undoRun } from './undo.js';

export const verbs = [
  ...[listUsers, showUser, newUser, editOneUser, deactivateUser, reactivateUser, handOver],
  ...[planUsers, applyPlan, undoRun, listRuns],
  ...[reconcileUsers, auditAccess],
];
