import { figuresOf } from '../figures/figures.js';
import { formatRappen } from '../money.js';
import { datedSalaries } from '../person-year.js';
import { defineRule } from '../rule.js';

/** The solidarity percent of ALV ended with the year 2022; wages of earlier years may still have it. */
export const alvSupplement = defineRule<'notLevied'>({
  code: 'P10',
  level: 'Plausibility',
  source: 'AVIG Art. 90c',
  variants: { notLevied: 'warning' },
  start: (report) => ({
    person: (person) => {
      for (const { salary, year } of datedSalaries(person)) {
        const { alvzIncome } = salary.amounts;
        const figures = figuresOf(year);
        if (alvzIncome === undefined || alvzIncome === 0 || figures === undefined) continue;
        if (figures.alvSupplementRate !== undefined) continue;
        report('notLevied', {
          at: (salary.element.child('ALVZ-ACS-Income') ?? salary.element).place,
          person: person.reference,
          params: { year, amount: formatRappen(alvzIncome) },
        });
      }
    },
  }),
});
