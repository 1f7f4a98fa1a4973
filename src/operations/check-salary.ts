import type { Client } from '../../contract/portal.gen.js';
import type { Params } from '../errors.js';
import { findingTranslator } from '../i18n/translate.js';
import type { FindingKey, Language, Translate } from '../i18n/translate.js';
import { checkSalaryFile } from '../salary/check.js';
import type { Finding, PersonReference, SalaryFile } from '../salary/check.js';
import { inOrder } from '../salary/findings.js';
import { checkWithSchema } from './check-schema.js';
import type { SchemaFolder } from './schema-folder.js';

/** A finding with its texts in the reader's language. */
export interface ToldFinding {
  readonly file: string;
  readonly code: string;
  readonly level: Finding['level'];
  readonly severity: Finding['severity'];
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  readonly person: PersonReference | null;
  /** The values that the text names. */
  readonly params: Params;
  readonly message: string;
  readonly fix: string;
  readonly source: string;
}

export interface CheckedFile extends Omit<SalaryFile, 'findings'> {
  readonly file: string;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly ToldFinding[];
}

/**
 * Reads a salary file and names everything that is wrong with it.
 * @param file what to call it
 * @param client whose file it has to be; without it nobody asks
 */
export async function checkSalary(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  client: Client | undefined,
  language: Language,
): Promise<CheckedFile> {
  const recipient = client && { fund: client.fund, member: client.number };
  return toldIn(language, file, await checkSalaryFile(bytes, { recipient }));
}

/**
 * The same, and by the XSDs of a folder as well.
 * @throws ConnectError `file-not-found`, `schema-unusable`
 */
export async function checkSalaryWithSchema(
  content: () => AsyncIterable<Uint8Array>,
  file: string,
  client: Client | undefined,
  language: Language,
  schemas: SchemaFolder,
): Promise<CheckedFile> {
  const recipient = client && { fund: client.fund, member: client.number };
  const ours = await checkSalaryFile(content(), { recipient });
  const theirs = await checkWithSchema(schemas, ours, content);
  const findings = inOrder([...ours.findings, ...theirs]);
  return toldIn(language, file, { ...ours, findings, ok: ours.ok && theirs.length === 0 });
}

async function toldIn(language: Language, file: string, checked: SalaryFile): Promise<CheckedFile> {
  const translate = await findingTranslator(language);
  const count = (severity: Finding['severity']): number =>
    checked.findings.filter((finding) => finding.severity === severity).length;
  return {
    file,
    ...checked,
    errors: count('error'),
    warnings: count('warning'),
    findings: checked.findings.map((finding) => told(file, finding, translate)),
  };
}

function told(file: string, finding: Finding, translate: Translate<FindingKey>): ToldFinding {
  const {
    code,
    key,
    level,
    severity,
    line = null,
    column = null,
    path: place = null,
    person = null,
    params,
    source,
  } = finding;
  // The salary room knows no catalog; a test makes sure that every variant has its two texts.
  const message = translate(key as FindingKey, params);
  const fix = translate(`${key}.fix` as FindingKey, params);
  return { file, code, level, severity, line, column, path: place, person, params, message, fix, source };
}
