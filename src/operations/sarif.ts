import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../i18n/translate.js';
import type { CheckedFile, ToldFinding } from './check-salary.js';
import { levelOf, sarifRules, type SarifLevel } from './sarif-rules.js';

interface SarifCircumstances {
  readonly version: string;
  readonly language: Language;
  /** Every file that was to be checked could be read. */
  readonly complete: boolean;
}

/** SARIF's `result`, as far as it is used. */
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: { readonly text: string };
  readonly locations: readonly [SarifLocation];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly index: number };
    readonly region?: { readonly startLine: number; readonly startColumn?: number };
  };
  readonly logicalLocations?: readonly [{ readonly name: string; readonly fullyQualifiedName: string; kind: string }];
}

/**
 * All that a check has found, as one run of one tool (SARIF 2.1.0, OASIS Standard of 2020-03-27): a place in XML and CSV is
 * a region, a cell of a workbook a logical location. Fingerprints stay the same when lines move.
 */
export async function sarifLog(
  files: readonly CheckedFile[],
  { version, language, complete }: SarifCircumstances,
): Promise<object> {
  const rules = await sarifRules(language);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const locale = language === 'en' ? 'en' : `${language}-CH`;
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'connect', semanticVersion: version, language: locale, rules } },
        language: locale,
        invocations: [{ executionSuccessful: complete }],
        columnKind: 'unicodeCodePoints',
        artifacts: files.map(artifactOf),
        results: files.flatMap((file, index) => resultsOf(file, index, indices)),
      },
    ],
  };
}

const mimeTypes = {
  elm: 'application/xml',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  unknown: undefined,
} as const;

function artifactOf({ file, format, bytes, digest }: CheckedFile): object {
  const mimeType = mimeTypes[format];
  return {
    location: { uri: addressOf(file) },
    length: bytes,
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(digest === undefined ? {} : { hashes: { 'sha-256': digest } }),
  };
}

/** Relative to the folder that the program runs in, where the file was named so. */
function addressOf(file: string): string {
  if (file === '-') return 'stdin';
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file
    .split(path.sep)
    .map((part) => encodeURIComponent(part))
    .join('/');
}

function resultsOf(file: CheckedFile, index: number, rules: ReadonlyMap<string, number>): readonly SarifResult[] {
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const print = fingerprintOf(finding);
    const turn = (seen.get(print) ?? 0) + 1;
    seen.set(print, turn);
    const { code, level, severity, message, fix, person } = finding;
    return {
      ruleId: code,
      ruleIndex: rules.get(code) ?? -1,
      level: levelOf(severity),
      message: { text: `${message} ${fix}` },
      locations: [locationOf(finding, file, index)],
      partialFingerprints: { 'connectFinding/v1': `${print}:${turn}` },
      properties: { level, ...(person === null ? {} : { person }) },
    };
  });
}

function locationOf(
  { line, column, path: place, cell }: ToldFinding,
  { file, format }: CheckedFile,
  index: number,
): SarifLocation {
  const name = place ?? cell;
  const last = name?.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1) ?? '';
  const kind = cell === null ? 'element' : 'cell';
  // The lines of a workbook are rows, and the columns of a table are no characters.
  const hasLines = line !== null && format !== 'xlsx';
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(file), index },
      ...(hasLines
        ? { region: { startLine: line, ...(column === null || format === 'csv' ? {} : { startColumn: column }) } }
        : {}),
    },
    ...(name === null ? {} : { logicalLocations: [{ name: last, fullyQualifiedName: name, kind }] }),
  };
}

/** What it is, about whom, in which element or column; not where. */
function fingerprintOf({ code, path: place, cell, person, params }: ToldFinding): string {
  const name = place ?? cell ?? '';
  const lasting =
    person?.ahvNumber === undefined ? name : name.replace(/\[\d+\]/g, '').replace(/(^|!)([A-Z]+)\d+$/, '$1$2');
  const content = JSON.stringify([code, lasting, person?.ahvNumber ?? person?.ordinal ?? null, params]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
