import type { Client } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';
import type { Params } from '../errors.js';
import { findingTranslator } from '../i18n/translate.js';
import type { FindingKey, Language, Translate } from '../i18n/translate.js';
import { checkSalaryFile } from '../salary/check.js';
import type { Finding, ForWhom, PersonReference, Recipient, SalaryFile } from '../salary/check.js';
import { inOrder } from '../salary/findings.js';
import { checkWithSchema } from './check-schema.js';
import type { SchemaFolder } from './schema-folder.js';
import type { Header } from '../salary/table/entry.js';
import { formatOf } from './salary-format.js';

/** A finding with its texts in the reader's language. */
export interface ToldFinding {
  readonly file: string;
  readonly code: string;
  readonly level: Finding['level'];
  readonly severity: Finding['severity'];
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
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

/** A client, or who finds it out once the file is read and has named its institutions. */
export type ForWhich = Client | undefined | ((institutions: SalaryFile['institutions']) => Promise<Client | undefined>);

/** What the user says of a file besides its name. */
export interface CheckWishes {
  /** Whose file it has to be; without it nobody asks. */
  readonly client?: ForWhich;
  /** What a table doesn't say itself. */
  readonly given?: Header | undefined;
}

/**
 * Reads a salary file, whatever its format, and names everything that is wrong with it.
 * @param file what to call it
 */
export async function checkSalary(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  { client, given = {} }: CheckWishes,
  language: Language,
): Promise<CheckedFile> {
  const recipient: ForWhom =
    typeof client === 'function'
      ? async (institutions) => recipientOf(await client(institutions))
      : recipientOf(client);
  const { format, whole } = await formatOf(bytes);
  if (format === 'elm') return toldFile(file, await checkSalaryFile(whole, { recipient }), language);
  const { readTable } = await import('./read-table.js');
  return toldFile(file, (await readTable(whole, format, { recipient, given })).checked, language);
}

/**
 * The same of an ELM file, and by the XSDs of a folder as well.
 * @throws ConnectError `file-not-found`, `schema-unusable`, `options-conflict` for a table
 */
export async function checkSalaryWithSchema(
  content: () => AsyncIterable<Uint8Array>,
  file: string,
  client: Client | undefined,
  language: Language,
  schemas: SchemaFolder,
): Promise<CheckedFile> {
  const recipient = recipientOf(client);
  const { format, whole } = await formatOf(content());
  if (format !== 'elm') throw new ConnectError('options-conflict', { options: `--schema, ${file}` });
  const ours = await checkSalaryFile(whole, { recipient });
  const theirs = await checkWithSchema(schemas, ours, content);
  const findings = inOrder([...ours.findings, ...theirs]);
  return toldFile(file, { ...ours, findings, ok: ours.ok && theirs.length === 0 }, language);
}

const recipientOf = (client: Client | undefined): Recipient | undefined =>
  client && { fund: client.fund, member: client.number };

/** Puts the findings into the reader's language. */
export async function toldFile(file: string, checked: SalaryFile, language: Language): Promise<CheckedFile> {
  const translate = await findingTranslator(language);
  const findings = checked.findings.map((finding) => toldFinding(file, finding, translate));
  return { file, ...checked, ...countsOf(findings), findings };
}

/** The same file with findings about the whole of it, which come last. */
export function withFindings(checked: CheckedFile, more: readonly ToldFinding[]): CheckedFile {
  const findings = [...checked.findings, ...more];
  const counts = countsOf(findings);
  return { ...checked, ...counts, findings, ok: counts.errors === 0 };
}

function countsOf(findings: readonly ToldFinding[]): Pick<CheckedFile, 'errors' | 'warnings'> {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}

export function toldFinding(file: string, finding: Finding, translate: Translate<FindingKey>): ToldFinding {
  const {
    code,
    key,
    level,
    severity,
    line = null,
    column = null,
    path: place = null,
    sheet = null,
    cell = null,
    person = null,
    params,
    source,
  } = finding;
  // The salary room knows no catalog; a test makes sure that every variant has its two texts.
  const message = translate(key as FindingKey, params);
  const fix = translate(`${key}.fix` as FindingKey, params);
  const where = { line, column, path: place, sheet, cell };
  return { file, code, level, severity, ...where, person, params, message, fix, source };
}
