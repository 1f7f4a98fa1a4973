import { datedSalaries, referenceMonthOf } from '../person-year.js';
import { defineRule } from '../rule.js';

/**
 * Whoever reaches the reference age within the year and works on has two salaries: one up to and including that month, one
 * from the next on, with the allowance and without ALV.
 */
export const referenceAge = defineRule<'notDivided'>({
  code: 'P09',
  level: 'Plausibility',
  source: 'AHVG Art. 4 and 21; AHVV Art. 6quater',
  variants: { notDivided: 'warning' },
  start: (report) => ({
    person: (person) => {
      const month = referenceMonthOf(person);
      if (month === undefined) return;
      for (const { salary, days } of datedSalaries(person)) {
        const { ahvIncome = 0, alvIncome = 0 } = salary.amounts;
        if (days.from.slice(0, 7) > month || days.until.slice(0, 7) <= month || (ahvIncome <= 0 && alvIncome <= 0)) {
          continue;
        }
        report('notDivided', {
          at: (salary.period?.element ?? salary.element).place,
          person: person.reference,
          params: { month },
        });
      }
    },
  }),
});
