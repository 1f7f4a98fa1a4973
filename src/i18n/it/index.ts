import { auth } from './auth.js';
import { business } from './business.js';
import { certificates } from './certificates.js';
import { common } from './common.js';
import { doctor } from './doctor.js';
import { errors } from './errors.js';
import { failures } from './failures.js';
import { local } from './local.js';
import { otp } from './otp.js';
import { people } from './people.js';
import { profiles } from './profiles.js';
import { register } from './register.js';
import { salaryTables } from './salary-tables.js';
import { upload } from './upload.js';

export const catalog = {
  ...auth,
  ...business,
  ...certificates,
  ...common,
  ...doctor,
  ...local,
  ...otp,
  ...people,
  ...profiles,
  ...register,
  ...salaryTables,
  ...upload,
  ...errors,
  ...failures,
};
