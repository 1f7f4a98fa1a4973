import { formatRappen } from '../money.js';
import { datedSalaries, isPastReferenceAge, referenceMonthOf } from '../person-year.js';
import { defineRule } from '../rule.js';

/** ALV is owed up to and including the month in which the reference age is reached, and not a day longer. */
export const alvRetired = defineRule<'afterReferenceAge'>({
  code: 'P08',
  level: 'Plausibility',
  source: 'AVIG Art. 2; AHVG Art. 21',
  variants: { afterReferenceAge: 'error' },
  start: (report) => ({
    person: (person) => {
      for (const { salary, days } of datedSalaries(person)) {
        const { alvIncome } = salary.amounts;
        if (alvIncome === undefined || alvIncome <= 0 || !isPastReferenceAge(person, days)) continue;
        report('afterReferenceAge', {
          at: (salary.element.child('ALV-AC-Income') ?? salary.element).place,
          person: person.reference,
          params: { month: referenceMonthOf(person) ?? '', amount: formatRappen(alvIncome) },
        });
      }
    },
  }),
});
