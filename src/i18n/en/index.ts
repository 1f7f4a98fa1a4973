import type { ErrorCode } from '../../errors.js';
import type { Message } from '../catalog.js';
import { auth } from './auth.js';
import { business } from './business.js';
import { common } from './common.js';
import { errors } from './errors.js';
import { failures } from './failures.js';
import { local } from './local.js';
import { people } from './people.js';
import { salaryTables } from './salary-tables.js';

/** Every error has its two texts. */
const ofErrors = { ...errors, ...failures } satisfies Readonly<
  Record<`error.${ErrorCode}` | `error.${ErrorCode}.hint`, Message>
>;

/** The master catalog: its keys are the keys of all. */
export const catalog = { ...common, ...auth, ...people, ...business, ...salaryTables, ...local, ...ofErrors };

export type MessageKey = keyof typeof catalog;
