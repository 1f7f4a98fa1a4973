import { ConnectError } from '../../errors.js';
import type { RowAction } from '../../operations/bulk/rows.js';
import { bulkVerbs } from './bulk.js';

/** A file with a row for each user in place of one user. */
export { bulkOptions } from './bulk-inputs.js';

interface Given {
  readonly from: string | undefined;
  readonly skipBad: boolean | undefined;
  readonly results: string | undefined;
  readonly resume: string | undefined;
}

/** The verb's other meaning: each of these words is about a file. */
export const inBulk = (action: RowAction) => ({
  wanted: ({ from, skipBad, results, resume }: Given): boolean =>
    [from, skipBad, results, resume].some((one) => one !== undefined),
  verb: bulkVerbs[action],
});

/**
 * Whom the command line names, where no file does.
 * @throws ConnectError `missing-argument`
 */
export function theUser(name: string | undefined): string {
  if (name === undefined) throw new ConnectError('missing-argument', { word: 'user', help: 'connect users --help' });
  return name;
}
