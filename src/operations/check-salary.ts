import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';
import { findingTranslator } from '../i18n/translate.js';
import type { FindingKey, Language, Translate } from '../i18n/translate.js';
import type { Input } from '../platform/ports.js';
import { checkSalaryFile } from '../salary/check.js';
import type { Finding, PersonReference, SalaryFile } from '../salary/check.js';

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

interface Ports {
  readonly cwd: string;
  readonly stdin: Pick<Input, 'bytes'>;
  readonly language: Language;
}

/**
 * Reads a file and names everything that is wrong with it; `-` is stdin.
 * @param client whose file it has to be; without it nobody asks
 * @throws ConnectError `file-not-found`, `file-unreadable`
 */
export async function checkFile(file: string, client: Client | undefined, ports: Ports): Promise<CheckedFile> {
  const recipient = client && { fund: client.fund, member: client.number };
  const checked = await checkSalaryFile(await bytesOf(file, ports), { recipient });
  const translate = await findingTranslator(ports.language);
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
  return { file, code, level, severity, line, column, path: place, person, message, fix, source };
}

async function bytesOf(file: string, { cwd, stdin }: Ports): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return stdin.bytes();
  return readable(path.resolve(cwd, file));
}

/** Opens a file for reading. @throws ConnectError `file-not-found`, `file-unreadable` */
export async function readable(file: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    if (!(await stat(file)).isFile()) throw new ConnectError('file-unreadable', { file, reason: '-' });
  } catch (error) {
    if (error instanceof ConnectError) throw error;
    throw new ConnectError('file-not-found', { file }, { cause: error });
  }
  return reading(file);
}

async function* reading(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new ConnectError(
      'file-unreadable',
      { file, reason: error instanceof Error ? error.message : '' },
      { cause: error },
    );
  }
}
