import type { Client } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { all } from '../api/paging.js';
import { findingTranslator } from '../i18n/translate.js';
import type { Language } from '../i18n/translate.js';
import { duplicatesOf } from '../salary/duplicates.js';
import { toldFinding, withFindings, type CheckedFile } from './check-salary.js';

/**
 * Holds a checked file against what the portal has of this client and year (rule A03). A file that is not this client's at
 * all is left as it is.
 */
export async function withDeclaredBefore(
  checked: CheckedFile,
  portal: Pick<Portal, 'salary'>,
  client: Client,
  language: Language,
): Promise<CheckedFile> {
  const { file, year, digest, findings } = checked;
  const isForeign = findings.some(({ code, severity }) => /^A0[12]$/.test(code) && severity === 'error');
  if (isForeign || year === undefined || digest === undefined) return checked;
  const declared = await all(portal.salary.list(client.number, { year }));
  const known = declared.map(({ id, state, test, receipt }) => ({ id, state, test, sha256: receipt.sha256 }));
  const found = duplicatesOf(checked, known);
  if (found.length === 0) return checked;
  const translate = await findingTranslator(language);
  return withFindings(
    checked,
    found.map((finding) => toldFinding(file, finding, translate)),
  );
}
