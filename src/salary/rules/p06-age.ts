import { figuresOf } from '../figures/figures.js';
import { formatRappen } from '../money.js';
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
      for (const { amounts, element, period } of person.ahvSalaries) {
        const { ahvIncome } = amounts;
        const year = period?.year ?? NaN;
        const first = figuresOf(year)?.firstLiableBirthYear;
        if (first === undefined || !(birthYear > first) || ahvIncome === undefined || ahvIncome <= 0) continue;
        report('tooYoung', {
          at: (element.child('AHV-AVS-Income') ?? element).place,
          person: person.reference,
          params: { year, first, amount: formatRappen(ahvIncome) },
        });
      }
    },
  }),
});
