import { defineRule } from '../rule.js';

/** A contribution period begins before it ends. */
export const period = defineRule<'order'>({
  code: 'V04',
  level: 'Validity',
  source: 'ELM 4.0/5.0: AccountingTime, FAK-CAF-Period',
  variants: { order: 'error' },
  start: (report) => ({
    person: ({ reference, ahvSalaries, fakSalaries }) => {
      for (const salary of [...ahvSalaries, ...fakSalaries]) {
        const { from, until, element } = salary.period ?? {};
        if (from === undefined || until === undefined || from <= until) continue;
        report('order', { at: element?.place, person: reference, params: { from, until } });
      }
    },
  }),
});
