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
    person: ({ ahvSalaries, reference: person, referenceMonth: month }) => {
      if (month === undefined) return;
      for (const { amounts, period } of ahvSalaries) {
        const { ahvIncome = 0, alvIncome = 0 } = amounts;
        if (period?.days === undefined || period.year === undefined || (ahvIncome <= 0 && alvIncome <= 0)) continue;
        if (period.days.from.slice(0, 7) > month || period.days.until.slice(0, 7) <= month) continue;
        report('notDivided', { at: period.element.place, person, params: { month } });
      }
    },
  }),
});
