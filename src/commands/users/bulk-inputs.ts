import { flag, text } from '../options.js';

/** A file with a row for each user in place of one user. */
export const bulkOptions = {
  from: text('--from <file>', 'bulk.option.from'),
  skipBad: flag('--skip-bad', 'bulk.option.skipBad'),
  results: text('--results <folder>', 'bulk.option.results'),
  resume: text('--resume <run>', 'bulk.option.resume'),
};

/** All that a verb understands with a file. */
export const fileOptions = {
  ...bulkOptions,
  acceptLockout: text('--accept-lockout <client>', 'users.edit.acceptLockout'),
  passwordStdin: flag('--password-stdin', 'users.new.passwordStdin'),
  passwordFile: text('--password-file <file>', 'users.new.passwordFile'),
};

export type BulkInput = {
  readonly [K in keyof typeof fileOptions]: K extends 'skipBad' | 'passwordStdin'
    ? boolean | undefined
    : string | undefined;
};

/** Names of what a verb understands with a file; all else is about one user. */
export const bulkInputs: readonly string[] = Object.keys(fileOptions);
