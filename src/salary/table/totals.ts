import { formatRappen, noRappen } from '../money.js';
import { Sum } from '../sum.js';
import type { Entry } from './entry.js';
import { attribute, element, type Line } from './line.js';
import { fakIncomeOf, someCanton } from './stand-ins.js';

/** Amounts of a row, and the totals of ELM that they add up to, in the order of ELM. */
const totalNames = {
  ahvIncome: 'Total-AHV-AVS-Incomes',
  ahvOpen: 'Total-AHV-AVS-Open',
  alvIncome: 'Total-ALV-AC-Incomes',
  alvzIncome: 'Total-ALVZ-ACS-Incomes',
  alvOpen: 'Total-ALV-AC-Open',
} as const;

type Amount = keyof typeof totalNames;

const amountKeys = Object.keys(totalNames) as readonly Amount[];

/** What the rows add up to, as ELM declares it. */
export class TableTotals {
  readonly #ahv: Readonly<Record<Amount, Sum>>;
  readonly #cantons = new Map<string, { readonly contributory: Sum; readonly supplement: Sum }>();
  #salaries = 0;

  constructor() {
    const sums = amountKeys.map((name) => [name, new Sum()] as const);
    this.#ahv = Object.fromEntries(sums) as Record<Amount, Sum>;
  }

  add(entry: Entry): void {
    this.#salaries += 1;
    for (const name of amountKeys) this.#ahv[name].add(entry[name] ?? noRappen);
    const canton = entry.canton ?? someCanton;
    const sums = this.#cantons.get(canton) ?? { contributory: new Sum(), supplement: new Sum() };
    this.#cantons.set(canton, sums);
    sums.contributory.add(fakIncomeOf(entry));
    sums.supplement.add(entry.allowances ?? noRappen);
  }

  *lines(): Generator<Line> {
    yield { xml: '<sd:SalaryTotals>' };
    yield { xml: `<sd:AHV-AVS-Totals ${attribute('institutionIDRef', '#AHV')}>` };
    for (const name of amountKeys) yield amount(`sd:${totalNames[name]}`, this.#ahv[name]);
    yield { xml: '</sd:AHV-AVS-Totals>' };
    yield { xml: `<sd:FAK-CAF-Totals ${attribute('institutionIDRef', '#FAK')}>` };
    for (const [canton, { contributory, supplement }] of [...this.#cantons].sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield { xml: '<sd:Total-FAK-CAF-PerCanton>' };
      yield amount('sd:Total-FAK-CAF-ContributorySalary', contributory);
      yield amount('sd:Total-FAK-CAF-FamilyIncomeSupplement', supplement);
      yield element('sd:Canton', canton);
      yield { xml: '</sd:Total-FAK-CAF-PerCanton>' };
    }
    yield { xml: '</sd:FAK-CAF-Totals>' };
    yield { xml: '</sd:SalaryTotals>' };
    yield { xml: '<sd:SalaryCounters>' };
    yield element('sd:NumberOf-AHV-AVS-Salary-Tags', String(this.#salaries));
    yield element('sd:NumberOf-FAK-CAF-Salary-Tags', String(this.#salaries));
    yield { xml: '</sd:SalaryCounters>' };
  }
}

/** A sum that outgrew exact numbers is left to the rules, which name it. */
const amount = (name: string, sum: Sum): Line => element(name, formatRappen(sum.exact ?? noRappen));
