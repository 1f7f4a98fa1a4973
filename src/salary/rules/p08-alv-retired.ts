import { formatRappen } from '../money.js';
import { isPastReferenceAge } from '../person-year.js';
import { defineRule } from '../rule.js';

/** ALV is owed up to and including the month in which the reference age is reached, and not a day longer. */
export const alvRetired = defineRule<'afterReferenceAge'>({
  code: 'P08',
  level: 'Plausibility',
  source: 'AVIG Art. 2; AHVG Art. 21',
  variants: { afterReferenceAge: 'error' },
  start: (report) => ({
    person: (person) => {
      for (const { amounts, element, period } of person.ahvSalaries) {
        const { alvIncome } = amounts;
        if (alvIncome === undefined || alvIncome <= 0) continue;
        if (period?.days === undefined || !isPastReferenceAge(person, period.days)) continue;
        report('afterReferenceAge', {
          at: (element.child('ALV-AC-Income') ?? element).place,
          person: person.reference,
          params: { month: person.referenceMonth ?? '', amount: formatRappen(alvIncome) },
        });
      }
    },
  }),
});
