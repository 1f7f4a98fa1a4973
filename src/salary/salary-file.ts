import { ahvAmountNames, type AhvAmount, type AhvAmounts } from './elm/model.js';
import type { ElmVersion } from './elm/versions.js';
import type { Facts } from './facts.js';
import type { Finding } from './finding.js';
import { formatRappen, type Rappen } from './money.js';
import { addressed } from './recipient.js';
import type { Recipient } from './rule.js';
import type { TemplateVersion } from './table/template.js';
import { noSums, type CantonSums } from './tally.js';

/** Decimal strings in CHF, `336412.55`; an amount that the file doesn't let us know is left out. */
export type Amounts = Readonly<Partial<Record<AhvAmount, string>>>;

export interface CantonAmounts {
  readonly canton: string;
  readonly contributorySalary?: string;
  readonly familyAllowances?: string;
}

/**
 * What is in a salary file. `fund`, `member`, `totals`, `declared` and `cantons` are those of the recipient's
 * institution if the file has it, else of the first. All of it is as far as the file could be read.
 */
export interface SalaryFile {
  readonly format: 'elm' | 'xlsx' | 'csv' | 'unknown';
  /** Of ELM, or of the template that a workbook was made by. */
  readonly version?: ElmVersion | TemplateVersion;
  readonly year?: number;
  readonly company?: string;
  readonly uid?: string;
  /** As the file writes it, `095.000`. */
  readonly fund?: string;
  readonly member?: string;
  readonly testCase: boolean;
  /** The number of the accepted declaration that this one replaces. */
  readonly predecessor?: string;
  readonly persons: number;
  readonly ahvSalaries: number;
  readonly fakSalaries: number;
  readonly institutions: readonly InstitutionNumbers[];
  /** Added up from the salaries. */
  readonly totals: Amounts;
  /** As the file declares them. */
  readonly declared: Amounts;
  /** Added up from the salaries. */
  readonly cantons: readonly CantonAmounts[];
  readonly bytes: number;
  /** SHA-256 of all bytes, in hexadecimal; missing if reading ended early. */
  readonly digest?: string;
  readonly findings: readonly Finding[];
  /** No finding is an error. */
  readonly ok: boolean;
}

interface InstitutionNumbers {
  readonly domain: 'AHV-AVS' | 'FAK-CAF';
  readonly fund: string;
  readonly member: string;
}

type Content = Omit<SalaryFile, 'format' | 'version' | 'bytes' | 'digest' | 'findings' | 'ok'>;

/** Puts together what a file says. */
export function contentOf(facts: Facts, recipient: Recipient | undefined): Content {
  const { tally } = facts;
  const ahv = addressed(facts, 'AHV-AVS', recipient);
  const fak = addressed(facts, 'FAK-CAF', recipient);
  const sums = tally.ahv.get(ahv?.id ?? '') ?? noSums();
  const declared = facts.ahvTotals.find(({ institution }) => institution === ahv?.id);
  const main = ahv ?? fak;
  return {
    ...present({
      year: facts.year,
      company: facts.company,
      uid: facts.uid?.text,
      fund: main?.fund,
      member: main?.member,
      predecessor: facts.predecessor,
    }),
    testCase: facts.testCase !== undefined,
    persons: tally.persons,
    ahvSalaries: tally.ahvSalaries,
    fakSalaries: tally.fakSalaries,
    institutions: institutionsOf(facts),
    totals: amountsOf((name) => (ahv === undefined ? undefined : sums[name].exact)),
    declared: amountsOf((name) => declared?.amounts[name]),
    cantons: cantonsOf(tally.fak.get(fak?.id ?? '')),
  };
}

export const institutionsOf = ({ institutions }: Facts): readonly InstitutionNumbers[] =>
  institutions.map(({ domain, fund, member }) => ({ domain, fund, member }));

function amountsOf(amount: (name: AhvAmount) => AhvAmounts[AhvAmount]): Amounts {
  return Object.fromEntries(
    ahvAmountNames.flatMap((name) => {
      const value = amount(name);
      return value === undefined ? [] : [[name, formatRappen(value)]];
    }),
  );
}

function cantonsOf(cantons: ReadonlyMap<string, CantonSums> = new Map()): readonly CantonAmounts[] {
  return [...cantons]
    .map(([canton, { contributory, supplement, detailed }]) => ({
      canton,
      ...present({
        contributorySalary: decimal(contributory.exact),
        familyAllowances: detailed ? undefined : decimal(supplement.exact),
      }),
    }))
    .toSorted((a, b) => (a.canton < b.canton ? -1 : 1));
}

const decimal = (amount: Rappen | undefined) => (amount === undefined ? undefined : formatRappen(amount));

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without the fields that have no value. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
