import type { Counter } from '../elm/model.js';
import { defineRule } from '../rule.js';

/** The counters say how many salary elements the file has: a file that lost some on its way is found here. */
export const counters = defineRule<'counter'>({
  code: 'P04',
  level: 'Plausibility',
  source: 'ELM 4.0/5.0: SalaryCounters',
  variants: { counter: 'error' },
  start: (report) => {
    const compare = (counter: Counter | undefined, counted: number) => {
      if (counter?.value === undefined || counter.value === counted) return;
      const { element, value: declared } = counter;
      report('counter', { at: element.place, params: { element: element.name, declared, counted } });
    };
    return {
      end: ({ ahvCounter, fakCounter, tally }) => {
        compare(ahvCounter, tally.ahvSalaries);
        compare(fakCounter, tally.fakSalaries);
      },
    };
  },
});
