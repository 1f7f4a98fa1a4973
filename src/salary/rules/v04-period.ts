import type { AhvSalary, FakSalary, Person } from '../elm/model.js';
import { defineRule, type Report } from '../rule.js';

type Variant = 'order' | 'years';

/** A contribution period begins before it ends, and lies in one calendar year. */
export const period = defineRule<Variant>({
  code: 'V04',
  level: 'Validity',
  source: 'ELM 4.0/5.0: AccountingTime, FAK-CAF-Period',
  variants: { order: 'error', years: 'warning' },
  start: (report) => ({
    person: (person) => {
      for (const salary of person.ahvSalaries) examine(person, salary, report);
      for (const salary of person.fakSalaries) examine(person, salary, report);
    },
  }),
});

function examine({ reference }: Person, { period }: AhvSalary | FakSalary, report: Report<Variant>): void {
  const { from, until, days, year, element } = period ?? {};
  if (from === undefined || until === undefined || year !== undefined) return;
  const variant = days === undefined ? 'order' : 'years';
  report(variant, { at: element?.place, person: reference, params: { from, until } });
}
