import { maskAhvNumber } from './ahv-number.js';
import { editionOf, type ElmVersion } from './elm/versions.js';
import type { Finding } from './finding.js';
import { Findings } from './findings.js';
import { schema } from './rules/v06-schema.js';

/** The namespace whose schema a file of that version has to follow; `undefined` if the version is not supported. */
export const rootNamespaceOf = (version: ElmVersion | undefined): string | undefined => editionOf(version)?.root;

interface Complaint {
  readonly line: number | undefined;
  readonly message: string;
}

/** Makes findings of what a validator complains about; shortened, and without AHV numbers. */
export function findingsOfSchema(complaints: readonly Complaint[]): readonly Finding[] {
  const findings = new Findings();
  const report = findings.reporter(schema);
  for (const [index, { line, message }] of complaints.entries()) {
    // libxml2 says first which facet of the type is violated, and then that the type is.
    const before = complaints[index - 1];
    if (message.includes(' is not a valid value of ') && before?.line === line && before?.message.includes("[facet '"))
      continue;
    report('refused', { ...(line === undefined ? {} : { at: { line } }), params: { detail: told(message) } });
  }
  return findings.listed();
}

const told = (message: string): string =>
  message
    .replace(/^.*?validity error : /, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/[0-9]{3}\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}/g, maskAhvNumber)
    .trim()
    .replace(/\.$/, '')
    .slice(0, 400);
