import type { Element } from '../elm/element.js';
import { ahvAmountNames, ahvAmounts, type AhvSalary, type FakSalary } from '../elm/model.js';
import { formatRappen, type Rappen } from '../money.js';
import { defineRule } from '../rule.js';

interface Negative {
  readonly element: Element;
  readonly amount: Rappen;
}

/** A negative amount cancels or corrects another one. It may be meant; somebody should know that it is. */
export const negative = defineRule<'amount'>({
  code: 'P15',
  level: 'Plausibility',
  source: 'ELM 4.0/5.0: SalaryAmountType',
  variants: { amount: 'warning' },
  start: (report) => ({
    person: ({ ahvSalaries, fakSalaries, reference }) => {
      const found = ahvSalaries.flatMap((salary) => inAhv(salary));
      // The FAK wage follows the AHV wage: once is enough.
      for (const { element, amount } of found.length > 0 ? found : fakSalaries.flatMap((salary) => inFak(salary))) {
        report('amount', {
          at: element.place,
          person: reference,
          params: { element: element.name, amount: formatRappen(amount) },
        });
      }
    },
  }),
});

/** The first negative amount of a salary. */
function inAhv({ amounts, element }: AhvSalary): readonly Negative[] {
  for (const name of ahvAmountNames) {
    const amount = amounts[name];
    const child = element.child(ahvAmounts[name].element);
    if (amount !== undefined && amount < 0 && child !== undefined) return [{ element: child, amount }];
  }
  return [];
}

function inFak({ contributory, supplement, element }: FakSalary): readonly Negative[] {
  const [wage] = element.all('FAK-CAF-ContributorySalary');
  if (contributory !== undefined && contributory < 0 && wage !== undefined)
    return [{ element: wage, amount: contributory }];
  const [allowances] = element.all('FAK-CAF-FamilyIncomeSupplement', 'FAK-CAF-FamilyIncomeSupplementPerPerson');
  return typeof supplement === 'number' && supplement < 0 && allowances !== undefined
    ? [{ element: allowances, amount: supplement }]
    : [];
}
