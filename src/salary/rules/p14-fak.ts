import { defineRule } from '../rule.js';

/** AHV and FAK are declared in one file; an AHV declaration without FAK stays where it is at the fund. */
export const fak = defineRule<'missing'>({
  code: 'P14',
  level: 'Plausibility',
  source: 'FamZG Art. 11 and 16; ELM 4.0/5.0: FAK-CAF-Salaries',
  variants: { missing: 'warning' },
  start: (report) => ({
    end: ({ tally, institutions }) => {
      if (tally.ahvSalaries === 0 || tally.fakSalaries > 0) return;
      const ahv = institutions.find(({ domain }) => domain === 'AHV-AVS');
      report('missing', { at: ahv?.element.place });
    },
  }),
});
