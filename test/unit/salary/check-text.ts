import { findings as english } from '../../../src/i18n/en/findings.js';
import { checkSalaryFile, type Finding, type Recipient, type SalaryFile } from '../../../src/salary/check.js';
import { declarations } from '../../../src/salary/rules/index.js';

/** Checks a text or bytes as if they came from a file, in pieces of `pieceBytes`. */
export async function check(
  content: string | Uint8Array,
  recipient?: Recipient,
  pieceBytes = 64 * 1024,
): Promise<SalaryFile> {
  const file = await checkSalaryFile(pieces(content, pieceBytes), { recipient });
  for (const each of file.findings) expectTellable(each);
  return file;
}

/** Whatever a test is about: a finding that occurs must have all that its text asks for. */
function expectTellable({ key, params }: Finding): void {
  const text = JSON.stringify(english[key as keyof typeof english]);
  for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) {
    if (params[name] === undefined) throw new Error(`${key} has no {${name}}`);
  }
}

export async function findingsOf(content: string | Uint8Array, recipient?: Recipient): Promise<readonly Finding[]> {
  return (await check(content, recipient)).findings;
}

/** What the declaration of `key` (`P03.total`) adds to the rest of a finding. */
export function finding(key: string, rest: Partial<Finding> = {}): Finding {
  const [code = '', variant = ''] = key.split('.');
  const declaration = declarations.find((candidate) => candidate.code === code);
  const severity = declaration?.variants[variant];
  if (declaration === undefined || severity === undefined) throw new Error(`no such finding: ${key}`);
  const { level, source } = declaration;
  return { code, key: `finding.${key}`, level, severity, params: {}, source, ...rest };
}

/** Where a piece of the text begins, in lines and columns from 1. */
export function positionOf(text: string, piece: string, occurrence = 1): { line: number; column: number } {
  let index = -1;
  for (let count = 0; count < occurrence; count += 1) index = text.indexOf(piece, index + 1);
  if (index === -1) throw new Error(`not in the text: ${piece}`);
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Replaces exactly one occurrence, or fails. */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the text: ${from}`);
  return text.replace(from, () => to);
}

async function* pieces(content: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let from = 0; from < bytes.length; from += size) {
    await Promise.resolve();
    yield bytes.subarray(from, from + size);
  }
}
