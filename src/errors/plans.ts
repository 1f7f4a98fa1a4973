import { exitCodes } from '../exit-codes.js';

const { notFound, refused, invalidFile } = exitCodes;

/** Errors of plans for many users, and of the runs that make them. */
export const planErrors = {
  'run-unknown': notFound,
  'run-damaged': refused,
  'run-unsettled': refused,
  'plan-stale': refused,
  'plan-of-other-portal': refused,
  'plan-file-exists': refused,
  'access-file-of-other-portal': refused,
  'access-file-invalid': invalidFile,
  'access-file-unreadable': invalidFile,
  'plan-malformed': invalidFile,
  'plan-of-other-version': invalidFile,
} as const;
