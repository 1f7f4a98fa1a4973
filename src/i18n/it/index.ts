import { accessAudit, auditFailures } from './access-audit.js';
import { accessFailures } from './access-failures.js';
import { access } from './access.js';
import { auth } from './auth.js';
import { bulk, bulkFailures } from './bulk.js';
import { business } from './business.js';
import { certificates } from './certificates.js';
import { common } from './common.js';
import { declarations } from './declarations.js';
import { doctor } from './doctor.js';
import { errors } from './errors.js';
import { failures } from './failures.js';
import { handover, handoverFailures } from './handover.js';
import { local } from './local.js';
import { mandateFailures, mandates } from './mandates.js';
import { otp } from './otp.js';
import { people } from './people.js';
import { planFailures, plans } from './plans.js';
import { profiles } from './profiles.js';
import { receipts } from './receipts.js';
import { reconcile, reconcileFailures } from './reconcile.js';
import { register } from './register.js';
import { salaryCheck } from './salary-check.js';
import { salaryFailures } from './salary-failures.js';
import { salaryTables } from './salary-tables.js';
import { upload } from './upload.js';

export const catalog = {
  ...accessFailures,
  ...auditFailures,
  ...bulkFailures,
  ...access,
  ...accessAudit,
  ...auth,
  ...bulk,
  ...business,
  ...certificates,
  ...common,
  ...declarations,
  ...doctor,
  ...handover,
  ...local,
  ...mandates,
  ...otp,
  ...people,
  ...plans,
  ...profiles,
  ...receipts,
  ...reconcile,
  ...register,
  ...salaryCheck,
  ...salaryFailures,
  ...mandateFailures,
  ...handoverFailures,
  ...reconcileFailures,
  ...planFailures,
  ...salaryTables,
  ...upload,
  ...errors,
  ...failures,
};
