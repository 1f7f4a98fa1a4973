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
    person: ({ ahvSalaries, fakSalaries, reference: person }) => {
      let count = 0;
      const tell = (found: Negative | undefined): void => {
        if (found === undefined) return;
        const { element, amount } = found;
        count += 1;
        report('amount', {
          at: element.place,
          person,
          params: { element: element.name, amount: formatRappen(amount) },
        });
      };
      for (const salary of ahvSalaries) tell(inAhv(salary));
      // The FAK wage follows the AHV wage: once is enough.
      if (count === 0) for (const salary of fakSalaries) tell(inFak(salary));
    },
  }),
});

/** The first negative amount of a salary. */
function inAhv({ amounts, element }: AhvSalary): Negative | undefined {
  for (const name of ahvAmountNames) {
    const amount = amounts[name];
    if (amount !== undefined && amount < 0) return negativeAt(element.child(ahvAmounts[name].element), amount);
  }
  return undefined;
}

function inFak({ contributory, supplement, element }: FakSalary): Negative | undefined {
  const allowances = element.child('FAK-CAF-FamilyIncomeSupplement');
  return (
    negativeAt(element.child('FAK-CAF-ContributorySalary'), contributory) ??
    negativeAt(allowances?.child('FAK-CAF-FamilyIncomeSupplementPerPerson'), supplement)
  );
}

const negativeAt = (element: Element | undefined, amount: Rappen | 'detailed' | undefined): Negative | undefined =>
  element !== undefined && typeof amount === 'number' && amount < 0 ? { element, amount } : undefined;
