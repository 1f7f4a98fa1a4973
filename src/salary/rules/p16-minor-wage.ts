import { formatRappen, noRappen } from '../money.js';
import { isPastReferenceAge, personYears, sumOf } from '../person-year.js';
import { defineRule } from '../rule.js';

/**
 * On a minor wage, contributions are owed only if the employee asks for them, or works where there is no such exception.
 * Past the reference age there is the allowance instead.
 */
export const minorWage = defineRule<'declared'>({
  code: 'P16',
  level: 'Plausibility',
  source: 'AHVV Art. 34d',
  variants: { declared: 'info' },
  start: (report) => ({
    person: (person) => {
      for (const { year, figures, salaries } of personYears(person)) {
        const income = sumOf(salaries, 'ahvIncome');
        if (income === undefined || income <= 0 || income > figures.minorWage) continue;
        // An exempt part, or a person who is not liable at all, is another matter (P06).
        if (sumOf(salaries, 'ahvOpen') !== noRappen) continue;
        if (Number(person.birth?.slice(0, 4)) > figures.firstLiableBirthYear) continue;
        if (salaries.some(({ period }) => period?.days && isPastReferenceAge(person, period.days))) continue;
        const element = salaries[0]?.element;
        report('declared', {
          at: (element?.child('AHV-AVS-Income') ?? element)?.place,
          person: person.reference,
          params: { year, amount: formatRappen(income), limit: formatRappen(figures.minorWage) },
        });
      }
    },
  }),
});
