import type { Finding } from './finding.js';
import { Findings } from './findings.js';
import { duplicate } from './rules/a03-duplicate.js';
import type { SalaryFile } from './salary-file.js';

/** A declaration that the portal has of the same client and year. */
export interface Declared {
  readonly id: string;
  /** As the contract names them: `accepted`, `awaiting-release`, … */
  readonly state: string;
  readonly test: boolean;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

const isOver = ({ state }: Declared): boolean => state === 'rejected' || state === 'replaced';
const isAccepted = ({ state }: Declared): boolean => state.startsWith('accepted');

/**
 * What declarations that are there already mean for a file (rule A03). A test stands in nobody's way, nor does a file that
 * names what it replaces.
 */
export function duplicatesOf(
  { digest, year, testCase, predecessor }: Pick<SalaryFile, 'digest' | 'year' | 'testCase' | 'predecessor'>,
  declared: readonly Declared[],
): readonly Finding[] {
  const findings = new Findings();
  const report = findings.reporter(duplicate);
  if (testCase || year === undefined) return [];
  const real = declared.filter(({ test }) => !test);
  const same = real.filter(({ sha256 }) => sha256 === digest);
  const [first] = same.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
  if (first !== undefined) report('same', { params: { year, id: first.id } });
  if (predecessor !== undefined || same.some((one) => !isOver(one))) return findings.listed();
  const standing = real.filter((one) => !isOver(one));
  const accepted = standing.find(isAccepted);
  if (accepted !== undefined) report('accepted', { params: { year, id: accepted.id } });
  else if (standing[0] !== undefined) report('waiting', { params: { year, id: standing[0].id } });
  return findings.listed();
}
