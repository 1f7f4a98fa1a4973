import { accessFailures } from './access-failures.js';
import { access } from './access.js';
import { auth } from './auth.js';
import { business } from './business.js';
import { certificates } from './certificates.js';
import { common } from './common.js';
import { declarations } from './declarations.js';
import { doctor } from './doctor.js';
import { errors } from './errors.js';
import { failures } from './failures.js';
import { local } from './local.js';
import { mandateFailures, mandates } from './mandates.js';
import { otp } from './otp.js';
import { people } from './people.js';
import { planFailures, plans } from './plans.js';
import { profiles } from './profiles.js';
import { receipts } from './receipts.js';
import { register } from './register.js';
import { salaryCheck } from './salary-check.js';
import { salaryFailures } from './salary-failures.js';
import { salaryTables } from './salary-tables.js';
import { upload } from './upload.js';

export const catalog = {
  ...accessFailures,
  ...access,
  ...auth,
  ...business,
  ...certificates,
  ...common,
  ...declarations,
  ...doctor,
  ...local,
  ...mandates,
  ...otp,
  ...people,
  ...plans,
  ...profiles,
  ...receipts,
  ...register,
  ...salaryCheck,
  ...salaryFailures,
  ...mandateFailures,
  ...planFailures,
  ...salaryTables,
  ...upload,
  ...errors,
  ...failures,
};
