import { exitCodes } from '../exit-codes.js';

const { notFound, refused, invalidFile } = exitCodes;

/** Errors of changes of many users: plans, files of rows, lists to compare with, and the runs that make them. */
export const planErrors = {
  'run-unknown': notFound,
  'run-damaged': refused,
  'run-unsettled': refused,
  'mass-departure': refused,
  'run-unfinished': refused,
  'run-of-another': refused,
  'plan-stale': refused,
  'plan-of-other-portal': refused,
  'plan-file-exists': refused,
  'access-file-of-other-portal': refused,
  'access-file-invalid': invalidFile,
  'access-file-unreadable': invalidFile,
  'plan-malformed': invalidFile,
  'plan-of-other-version': invalidFile,
  'hr-list-unreadable': invalidFile,
  'hr-list-headings': invalidFile,
  'hr-list-too-long': invalidFile,
  'hr-list-empty': invalidFile,
  'hr-list-invalid': invalidFile,
  'roles-file-invalid': invalidFile,
  'rows-file-too-large': invalidFile,
  'rows-file-unfit': invalidFile,
  'rows-none': invalidFile,
  'rows-bad': invalidFile,
} as const;
