import type { RowAction } from '../../operations/bulk/rows.js';
import type { LoginContext } from '../../runner/context.js';
import { writeSeveral } from '../define.js';
import { rowColumns } from './bulk-columns.js';
import { fileOptions } from './bulk-inputs.js';
import type { BulkInput } from './bulk-inputs.js';

/** The same words with a file of many users. */
const bulkVerb = (action: RowAction) =>
  writeSeveral({
    name: action,
    summary: `users.${action}.summary`,
    examples: [],
    acts: 'login',
    args: {},
    options: fileOptions,
    prepare: async (input: BulkInput, context: LoginContext) =>
      (await import('./bulk-change.js')).prepareRows(action, input, context),
    columns: rowColumns,
  });

export const bulkVerbs = {
  new: bulkVerb('new'),
  edit: bulkVerb('edit'),
  deactivate: bulkVerb('deactivate'),
  reactivate: bulkVerb('reactivate'),
} as const;
