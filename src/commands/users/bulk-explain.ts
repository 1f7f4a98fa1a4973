import { columnOf } from '../../operations/bulk/columns.js';
import type { CsvFile } from '../../operations/bulk/csv-file.js';
import type { RowFault } from '../../operations/bulk/faults.js';
import type { RowResult } from '../../operations/bulk/results.js';
import type { RowOutcome } from '../../operations/bulk/run-rows.js';
import { hintOf } from '../../render/hint.js';
import type { Translate } from '../../i18n/translate.js';

/** What became of rows, in words: a bad one is told once for each thing that is wrong. */
export function explain(rows: readonly RowOutcome[], file: CsvFile, translate: Translate): readonly RowResult[] {
  return rows.flatMap(({ line, client, user, outcome, faults, error }): readonly RowResult[] => {
    const row = { line, client, user, outcome };
    if (faults.length > 0) return faults.map((fault) => ({ ...row, ...explained(fault, file, translate) }));
    const reason =
      error === undefined
        ? null
        : [translate(`error.${error.code}`, error.params), hintOf(error, translate, 'connect login')]
            .filter((part) => part !== '')
            .join(' ');
    return [{ ...row, column: null, code: error?.code ?? null, reason }];
  });
}

/** What is wrong with the file as a whole. */
export const explainFile = (faults: readonly RowFault[], file: CsvFile, translate: Translate): readonly RowResult[] =>
  faults.map((fault) => ({
    ...{ line: fault.line, client: null, user: null, outcome: 'bad' },
    ...explained(fault, file, translate),
  }));

/** What it is, and how to mend it. */
function explained(
  { column, code, params }: RowFault,
  { heading }: CsvFile,
  translate: Translate,
): Pick<RowResult, 'column' | 'code' | 'reason'> {
  const own = heading.fields.find((one) => columnOf(one) === column)?.trim();
  return {
    column: column === undefined ? null : (own ?? column),
    code,
    reason: `${translate(`bulk.fault.${code}`, params)} ${translate(`bulk.mend.${code}`, params)}`,
  };
}
