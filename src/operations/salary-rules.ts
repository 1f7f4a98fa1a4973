import { findingTranslator, ruleTranslator } from '../i18n/translate.js';
import type { FindingKey, Language, RuleKey } from '../i18n/translate.js';
import type { Level, Severity } from '../salary/check.js';
import { declarations } from '../salary/rules/index.js';

/** One way to violate a rule. The texts have `{placeholders}` for what a finding says of a file. */
interface RuleFault {
  /** As in the key of its texts, `proRata`. */
  readonly variant: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
}

export interface SalaryRule {
  readonly code: string;
  readonly level: Level;
  /** The worst first. */
  readonly severities: readonly Severity[];
  /** What the rule says. */
  readonly rule: string;
  readonly source: string;
  readonly faults: readonly RuleFault[];
}

/** Rules about the content, then those about tables, then those about what can be read at all. */
const letters = 'VPATX';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Everything that salary files are held against, in the reader's language. */
export async function salaryRules(language: Language): Promise<readonly SalaryRule[]> {
  const [rule, finding] = await Promise.all([ruleTranslator(language), findingTranslator(language)]);
  const orderOf = (code: string): string => `${letters.indexOf(code.charAt(0))}${code}`;
  return declarations
    .toSorted((a, b) => (orderOf(a.code) < orderOf(b.code) ? -1 : 1))
    .map(({ code, level, source, variants }) => ({
      code,
      level,
      severities: severities.filter((severity) => Object.values(variants).includes(severity)),
      // The salary room knows no catalog; a test makes sure that every code and every variant has its texts.
      rule: rule(`rule.${code}` as RuleKey),
      source,
      faults: Object.entries(variants).map(([variant, severity]) => ({
        variant,
        severity,
        message: finding(`finding.${code}.${variant}` as FindingKey),
        fix: finding(`finding.${code}.${variant}.fix` as FindingKey),
      })),
    }));
}
