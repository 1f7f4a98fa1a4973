import type { CheckedFile, ToldFinding } from './check-salary.js';

export interface Strictness {
  /** Warnings fail, too. */
  readonly strict: boolean;
  /** How many findings of a file are listed at most. */
  readonly maxFindings: number | undefined;
}

/** A checked file as it is told: not every finding of it has to be listed. */
export interface JudgedFile extends CheckedFile {
  /** How many findings are counted and not listed. */
  readonly omitted: number;
}

const gravity: readonly ToldFinding['severity'][] = ['error', 'warning', 'info'];

/**
 * Decides whether a file passes, and lists what may be listed of its findings: none is left out for a lesser one, and those
 * that stay keep their order.
 */
export function judged(checked: CheckedFile, { strict, maxFindings = Infinity }: Strictness): JudgedFile {
  const { findings, errors, warnings } = checked;
  const ok = checked.ok && (!strict || warnings === 0) && errors === 0;
  const gravest = gravity.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const listed = new Set(gravest.slice(0, maxFindings));
  return {
    ...checked,
    findings: findings.filter((finding) => listed.has(finding)),
    ok,
    omitted: findings.length - listed.size,
  };
}
