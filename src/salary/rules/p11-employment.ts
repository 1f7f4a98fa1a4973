import type { AhvSalary, Person } from '../elm/model.js';
import { noRappen } from '../money.js';
import { daysOf } from '../person-year.js';
import type { Days } from '../months.js';
import { defineRule, type Report } from '../rule.js';

type Variant = 'beforeEntry' | 'afterWithdrawal' | 'withdrawalFirst' | 'overlap';

interface Salary {
  readonly salary: AhvSalary;
  readonly days: Days;
}

/** Contributions are owed for the time of the employment, and for no day twice. */
export const employment = defineRule<Variant>({
  code: 'P11',
  level: 'Plausibility',
  source: 'ELM 4.0/5.0: EntryDate, WithdrawalDate, AccountingTime',
  variants: { beforeEntry: 'warning', afterWithdrawal: 'warning', withdrawalFirst: 'warning', overlap: 'warning' },
  start: (report) => ({
    person: (person) => {
      const salaries = person.ahvSalaries.flatMap((salary): readonly Salary[] => {
        const days = daysOf(salary.period);
        return days === undefined ? [] : [{ salary, days }];
      });
      compareWithEmployment(person, salaries, report);
      if (salaries.length > 1) findOverlaps(person, salaries, report);
    },
  }),
});

function compareWithEmployment(person: Person, salaries: readonly Salary[], report: Report<Variant>): void {
  const { entry, withdrawal, reference } = person;
  if (entry !== undefined && withdrawal !== undefined && withdrawal < entry) {
    const at = (person.element.child('Work')?.child('WithdrawalDate') ?? person.element).place;
    report('withdrawalFirst', { at, person: reference, params: { entry, withdrawal } });
    return;
  }
  for (const { salary, days } of salaries) {
    const { from, until } = days;
    const at = (salary.period?.element ?? salary.element).place;
    if (entry !== undefined && from < entry && !isEarlierEmployment(days, entry, salaries)) {
      report('beforeEntry', { at, person: reference, params: { from, entry } });
    }
    if (withdrawal !== undefined && until > withdrawal) {
      report('afterWithdrawal', { at, person: reference, params: { until, withdrawal } });
    }
  }
}

/** Whoever left and came back has the entry of the last time only. */
const isEarlierEmployment = ({ until }: Days, entry: string, salaries: readonly Salary[]): boolean =>
  until < entry && salaries.some(({ days }) => days.from >= entry);

/** At the same institution. A negative amount corrects another salary of the same time, and nothing overlaps with nothing. */
function findOverlaps(person: Person, salaries: readonly Salary[], report: Report<Variant>): void {
  const lastOf = new Map<string, Days>();
  const earnings = salaries.filter(({ salary }) => {
    const amounts = Object.values(salary.amounts);
    return amounts.every((amount = noRappen) => amount >= 0) && amounts.some((amount) => amount !== noRappen);
  });
  for (const { salary, days } of earnings.toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))) {
    const last = lastOf.get(salary.institution);
    if (last !== undefined && days.from <= last.until) {
      report('overlap', {
        at: (salary.period?.element ?? salary.element).place,
        person: person.reference,
        params: { from: days.from, until: days.until, otherFrom: last.from, otherUntil: last.until },
      });
    }
    if (last === undefined || days.until > last.until) lastOf.set(salary.institution, days);
  }
}
