import { auditAccess } from './audit.js';
import { deactivateUser } from './deactivate.js';
import { editOneUser } from './edit.js';
import { handOver } from './handover/begin.js';
import { listUsers } from './list.js';
import { newUser } from './new.js';
import { reactivateUser } from './reactivate.js';
import { reconcileUsers } from './reconcile.js';
import { showUser } from './show.js';

export const verbs = [
  listUsers,
  showUser,
  newUser,
  editOneUser,
  deactivateUser,
  reactivateUser,
  handOver,
  reconcileUsers,
  auditAccess,
];
