import { auth } from './auth.js';
import { business } from './business.js';
import { common } from './common.js';
import { errors } from './errors.js';
import { failures } from './failures.js';
import { local } from './local.js';
import { people } from './people.js';
import { salaryTables } from './salary-tables.js';

export const catalog = {
  ...common,
  ...auth,
  ...people,
  ...business,
  ...salaryTables,
  ...local,
  ...errors,
  ...failures,
};
