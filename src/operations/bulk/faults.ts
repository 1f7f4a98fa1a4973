import type { Params } from '../../errors.js';
import type { RowColumn } from './columns.js';

/** What can be wrong with a row before anything is done. Each has two texts: what it is, and how to mend it. */
export const faultCodes = [
  'column-missing',
  'column-twice',
  'value-missing',
  'value-invalid',
  'client-missing',
  'client-unknown',
  'client-ambiguous',
  'client-not-named',
  'client-forbidden',
  'user-unknown',
  'user-ambiguous',
  'user-exists',
  'user-name-taken',
  'duplicate',
  'contradictory',
  'rights-missing',
  'rights-conflict',
  'administrator-has-all',
  'theme-not-offered',
  'nothing-to-change',
  'own-login',
  'lockout',
] as const;

export type FaultCode = (typeof faultCodes)[number];

export interface RowFault {
  /** Of the file, from 1. */
  readonly line: number;
  /** Absent where the whole row is meant. */
  readonly column?: RowColumn | undefined;
  readonly code: FaultCode;
  readonly params: Params;
}
