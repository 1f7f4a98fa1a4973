import { methodValues, type Method } from '../../contract/portal.gen.js';

/** Whether a credential is at least as strong as what is asked for; the contract lists them by strength. */
export function isStrongEnough(current: Method, required: Method): boolean {
  return methodValues.indexOf(current) >= methodValues.indexOf(required);
}
