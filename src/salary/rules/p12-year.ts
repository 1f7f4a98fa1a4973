import { figuresOf } from '../figures/figures.js';
import type { AhvSalary } from '../elm/model.js';
import { limits } from '../limits.js';
import { defineRule, type Occurrence } from '../rule.js';
import type { PersonReference } from '../finding.js';

type Variant = 'earlier' | 'later' | 'unknownFigures';

/** Salaries belong to the year that is declared; back pay for an earlier one is allowed and worth knowing of. */
export const year = defineRule<Variant>({
  code: 'P12',
  level: 'Plausibility',
  source: 'ELM 4.0/5.0: AccountingPeriod, AccountingTime',
  variants: { earlier: 'info', later: 'warning', unknownFigures: 'info' },
  start: (report) => {
    const years = new SalaryYears();
    return {
      person: ({ ahvSalaries, reference }) => {
        for (const salary of ahvSalaries) years.add(salary, reference);
      },
      end: ({ year: declared }) => {
        if (declared === undefined) return;
        for (const [other, { count, held }] of years.known) {
          const params = { year: other, declared };
          const variant = other < declared ? 'earlier' : 'later';
          if (other === declared) continue;
          for (const { at, person } of held) report(variant, { at, person, params });
          // The rest is only counted.
          for (let index = held.length; index < count; index += 1) report(variant, { params });
        }
        if (figuresOf(declared) === undefined) report('unknownFigures', { params: { year: declared } });
      },
    };
  },
});

interface SalariesOfYear {
  count: number;
  readonly held: Occurrence[];
}

/** Which year is declared stands at the end of a file, after all salaries: until then places are held, a bounded number. */
class SalaryYears {
  readonly known = new Map<number, SalariesOfYear>();
  #held = 0;

  add({ period }: AhvSalary, person: PersonReference): void {
    const year = period?.year;
    if (year === undefined) return;
    const found = this.known.get(year) ?? { count: 0, held: [] };
    if (found.count === 0) this.known.set(year, found);
    found.count += 1;
    if (found.held.length >= limits.findingsPerFault || this.#held >= 10 * limits.findingsPerFault) return;
    this.#held += 1;
    found.held.push({ at: period?.element.place, person });
  }
}
