import { daysOf, yearOf } from '../person-year.js';
import { defineRule } from '../rule.js';

/** A contribution period begins before it ends, and lies in one calendar year. */
export const period = defineRule<'order' | 'years'>({
  code: 'V04',
  level: 'Validity',
  source: 'ELM 4.0/5.0: AccountingTime, FAK-CAF-Period',
  variants: { order: 'error', years: 'warning' },
  start: (report) => ({
    person: ({ reference, ahvSalaries, fakSalaries }) => {
      for (const salary of [...ahvSalaries, ...fakSalaries]) {
        const { from, until, element } = salary.period ?? {};
        if (from === undefined || until === undefined) continue;
        const days = daysOf(salary.period);
        const variant = days === undefined ? 'order' : yearOf(days) === undefined ? 'years' : undefined;
        if (variant !== undefined) report(variant, { at: element?.place, person: reference, params: { from, until } });
      }
    },
  }),
});
