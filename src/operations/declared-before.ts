import type { Client } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { all } from '../api/paging.js';
import { ConnectError } from '../errors.js';
import { findingTranslator } from '../i18n/translate.js';
import type { Language } from '../i18n/translate.js';
import { duplicatesOf, type Declared } from '../salary/duplicates.js';
import { toldFinding, withFindings, type CheckedFile } from './check-salary.js';

/**
 * Refuses to send what the fund would refuse: another file for a year of which it has accepted one (rule A03). The portal is
 * asked again while the file is sent; this spares the way.
 * @throws ConnectError `year-declared`
 */
export async function refuseDuplicate(
  checked: CheckedFile,
  portal: Pick<Portal, 'salary'>,
  client: Client,
  { test, replaces }: { readonly test: boolean; readonly replaces: string | undefined },
): Promise<void> {
  if (test || replaces !== undefined) return;
  const found = duplicatesOf(checked, await declaredOf(checked, portal, client));
  const accepted = found.find(({ severity }) => severity === 'error');
  if (accepted === undefined) return;
  const existing = accepted.params['id'] ?? '';
  throw new ConnectError('year-declared', { existing, file: checked.file, client: client.number });
}

/**
 * Looks at what is to be replaced before anything is sent. Whether it still counts is left to the portal: an upload whose
 * answer was lost may have replaced it, and is sent again.
 * @throws ConnectError `replaced-unknown`, `replaced-of-another-year`, `replaced-is-test`
 */
export async function refuseUnfitReplacement(
  { file, year }: Pick<CheckedFile, 'file' | 'year'>,
  portal: Pick<Portal, 'salary'>,
  client: Client,
  replaces: string | undefined,
): Promise<void> {
  if (replaces === undefined) return;
  const { number, name } = client;
  const known = year ?? '–';
  try {
    const earlier = await portal.salary.get(number, replaces);
    if (earlier.test) throw new ConnectError('replaced-is-test', { id: replaces, year: known, number });
    if (year === undefined || earlier.year === year) return;
    throw new ConnectError('replaced-of-another-year', { id: replaces, file, year, number, found: earlier.year });
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'not-found') throw error;
    throw new ConnectError(
      'replaced-unknown',
      { id: replaces, file, year: known, number, client: name },
      { cause: error, requestId: error.requestId },
    );
  }
}

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
  const found = duplicatesOf(checked, await declaredOf(checked, portal, client));
  if (found.length === 0) return checked;
  const translate = await findingTranslator(language);
  return withFindings(
    checked,
    found.map((finding) => toldFinding(file, finding, translate)),
  );
}

async function declaredOf(
  { year }: Pick<CheckedFile, 'year'>,
  portal: Pick<Portal, 'salary'>,
  client: Client,
): Promise<readonly Declared[]> {
  const declared = await all(portal.salary.list(client.number, { year }));
  return declared.map(({ id, state, test, receipt }) => ({ id, state, test, sha256: receipt.sha256 }));
}
