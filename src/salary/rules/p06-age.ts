import { figuresOf } from '../figures/figures.js';
import { formatRappen } from '../money.js';
import { datedSalaries } from '../person-year.js';
import { defineRule } from '../rule.js';

/** Wages are liable from 1 January after the 17th birthday; before, they are declared as exempt. */
export const age = defineRule<'tooYoung'>({
  code: 'P06',
  level: 'Plausibility',
  source: 'AHVG Art. 3',
  variants: { tooYoung: 'error' },
  start: (report) => ({
    person: (person) => {
      const birthYear = Number(person.birth?.slice(0, 4));
      for (const { salary, year } of datedSalaries(person)) {
        const first = figuresOf(year)?.firstLiableBirthYear;
        const { ahvIncome } = salary.amounts;
        if (first === undefined || !(birthYear > first) || ahvIncome === undefined || ahvIncome <= 0) continue;
        report('tooYoung', {
          at: (salary.element.child('AHV-AVS-Income') ?? salary.element).place,
          person: person.reference,
          params: { year, first, amount: formatRappen(ahvIncome) },
        });
      }
    },
  }),
});
