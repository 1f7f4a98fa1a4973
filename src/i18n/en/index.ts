import type { ErrorCode } from '../../errors.js';
import type { Message } from '../catalog.js';
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

/** Every error has its two texts. */
const ofErrors = { ...errors, ...failures } satisfies Readonly<
  Record<`error.${ErrorCode}` | `error.${ErrorCode}.hint`, Message>
>;

/** The master catalog: its keys are the keys of all. */
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
  ...ofErrors,
};

export type MessageKey = keyof typeof catalog;
