import { createHash } from 'node:crypto';
import { ElmDocument, type TakePart } from './elm/document.js';
import { readPerson } from './elm/person.js';
import { Values } from './elm/values.js';
import { Facts } from './facts.js';
import { Findings } from './findings.js';
import type { ForWhom } from './rule.js';
import { rules } from './rules/index.js';
import { figures } from './rules/v05-figures.js';
import { contentOf, institutionsOf, type SalaryFile } from './salary-file.js';
import { readingFaults } from './xml/faults.js';
import { XmlReader } from './xml/reader.js';

export type { Finding, Level, PersonReference, Severity } from './finding.js';
export type { ForWhom, Recipient } from './rule.js';
export type { Amounts, CantonAmounts, SalaryFile } from './salary-file.js';

/**
 * Reads a salary file (ELM 4.0 or 5.0) once from beginning to end and names every fault. Memory doesn't grow with the
 * file. Nothing that a file contains makes it throw; only a failure of `chunks` itself passes through. Whether the
 * file is meant for the right fund and member is examined only if a `recipient` is given.
 */
export async function checkSalaryFile(
  chunks: AsyncIterable<Uint8Array>,
  { recipient: forWhom }: { readonly recipient?: ForWhom } = {},
): Promise<SalaryFile> {
  const findings = new Findings();
  const facts = new Facts();
  const consumers = rules.map((rule) => rule.start(findings.reporter(rule)));
  const document = new ElmDocument(findings, takeInto(findings, facts, consumers));
  const reader = new XmlReader(findings, document);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (!reader.write(chunk)) break;
    hash.update(chunk);
  }
  const complete = reader.end();
  const recipient = typeof forWhom === 'function' ? await forWhom(institutionsOf(facts)) : forWhom;
  if (complete && document.end()) {
    for (const consumer of consumers) consumer.end?.(facts, recipient);
  }
  const { omitted } = findings;
  if (omitted > 0) findings.reporter(readingFaults.omitted)('omitted', { params: { count: omitted } });
  const listed = findings.listed();
  return {
    format: document.version !== undefined ? 'elm' : reader.kind === 'zip' ? 'xlsx' : 'unknown',
    ...(document.version === undefined ? {} : { version: document.version }),
    ...contentOf(facts, recipient),
    bytes,
    ...(complete ? { digest: hash.digest('hex') } : {}),
    findings: listed,
    ok: listed.every(({ severity }) => severity !== 'error'),
  };
}

function takeInto(
  findings: Findings,
  facts: Facts,
  consumers: ReturnType<(typeof rules)[number]['start']>[],
): TakePart {
  const report = findings.reporter(figures);
  const examiners = consumers.flatMap(({ person }) => person ?? []);
  return (part, element, ordinal, version) => {
    if (part !== 'person') {
      facts.take(part, element, new Values(report, version));
      return;
    }
    const person = readPerson(element, ordinal, version, report);
    facts.tally.add(person);
    for (const examine of examiners) examine(person);
  };
}
