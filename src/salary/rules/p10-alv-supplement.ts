import { figuresOf } from '../figures/figures.js';
import { formatRappen } from '../money.js';
import { defineRule } from '../rule.js';

/** The solidarity percent of ALV ended with the year 2022; wages of earlier years may still have it. */
export const alvSupplement = defineRule<'notLevied'>({
  code: 'P10',
  level: 'Plausibility',
  source: 'AVIG Art. 90c',
  variants: { notLevied: 'warning' },
  start: (report) => ({
    person: ({ ahvSalaries, reference: person }) => {
      for (const { amounts, element, period } of ahvSalaries) {
        const { alvzIncome } = amounts;
        if (alvzIncome === undefined || alvzIncome === 0) continue;
        const year = period?.year ?? NaN;
        const figures = figuresOf(year);
        if (figures === undefined || figures.alvSupplementRate !== undefined) continue;
        report('notLevied', {
          at: (element.child('ALVZ-ACS-Income') ?? element).place,
          person,
          params: { year, amount: formatRappen(alvzIncome) },
        });
      }
    },
  }),
});
