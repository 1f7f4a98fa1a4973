import { auth } from './auth.js';
import { business } from './business.js';
import { common } from './common.js';
import { errors } from './errors.js';
import { local } from './local.js';
import { people } from './people.js';

/** The master catalog: its keys are the keys of all. */
export const catalog = { ...common, ...auth, ...people, ...business, ...local, ...errors };

export type MessageKey = keyof typeof catalog;
