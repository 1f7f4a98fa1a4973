import type { Finding } from './finding.js';
import { limits } from './limits.js';
import type { Declaration, Occurrence, Report } from './rule.js';

/** Collects findings, bounded per kind of fault so that a file full of faults can't fill the memory. */
export class Findings {
  readonly #listed: Finding[] = [];
  readonly #counts = new Map<string, number>();

  reporter<Variant extends string>(declaration: Declaration<Variant>): Report<Variant> {
    return (variant, occurrence = {}) => this.#add(declaration, variant, occurrence);
  }

  /** How many findings were counted but not listed. */
  get omitted(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + Math.max(0, count - limits.findingsPerFault), 0);
  }

  /** In the order of the file; findings about the file as a whole come last. */
  listed(): readonly Finding[] {
    return inOrder(this.#listed);
  }

  #add<Variant extends string>(declaration: Declaration<Variant>, variant: Variant, occurrence: Occurrence): void {
    const { code, level, source, variants } = declaration;
    const key = `finding.${code}.${variant}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count > limits.findingsPerFault) return;
    const { at, person, params = {} } = occurrence;
    this.#listed.push({
      code,
      key,
      level,
      severity: variants[variant],
      ...at,
      ...(person === undefined ? {} : { person }),
      params,
      source,
    });
  }
}

/** By line and column; those without come last. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const line = (finding: Finding) => finding.line ?? Infinity;
  const column = (finding: Finding) => finding.column ?? 0;
  return findings.toSorted((a, b) => (line(a) === line(b) ? column(a) - column(b) : line(a) < line(b) ? -1 : 1));
}
