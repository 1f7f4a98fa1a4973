import type { IsoDate } from '../dates.js';
import type { AhvSalary, Person } from '../elm/model.js';
import { noRappen } from '../money.js';
import type { Days } from '../months.js';
import { defineRule, type Report } from '../rule.js';

type Variant = 'beforeEntry' | 'afterWithdrawal' | 'withdrawalFirst' | 'overlap';

/** Contributions are owed for the time of the employment, and for no day twice. */
export const employment = defineRule<Variant>({
  code: 'P11',
  level: 'Plausibility',
  source: 'ELM 4.0/5.0: EntryDate, WithdrawalDate, AccountingTime',
  variants: { beforeEntry: 'warning', afterWithdrawal: 'warning', withdrawalFirst: 'warning', overlap: 'warning' },
  start: (report) => ({
    person: (person) => {
      compareWithEmployment(person, report);
      if (person.ahvSalaries.length > 1) findOverlaps(person, report);
    },
  }),
});

function compareWithEmployment(person: Person, report: Report<Variant>): void {
  const { entry, withdrawal, reference, element } = person;
  if (entry !== undefined && withdrawal !== undefined && withdrawal < entry) {
    const at = (element.child('Work')?.child('WithdrawalDate') ?? element).place;
    report('withdrawalFirst', { at, person: reference, params: { entry, withdrawal } });
    return;
  }
  if (entry !== undefined) compareWithEntry(person, entry, report);
  if (withdrawal !== undefined) compareWithWithdrawal(person, withdrawal, report);
}

/** Whoever left and came back has the entry of the last time only. */
function compareWithEntry({ ahvSalaries, reference }: Person, entry: IsoDate, report: Report<Variant>): void {
  const cameBack = ahvSalaries.some(({ period }) => (period?.days?.from ?? '') >= entry);
  for (const { period } of ahvSalaries) {
    if (period?.days === undefined) continue;
    const { from, until } = period.days;
    if (from >= entry || (cameBack && until < entry)) continue;
    report('beforeEntry', { at: period.element.place, person: reference, params: { from, entry } });
  }
}

function compareWithWithdrawal({ ahvSalaries, reference }: Person, withdrawal: IsoDate, report: Report<Variant>): void {
  for (const { period } of ahvSalaries) {
    if (period?.days === undefined || period.days.until <= withdrawal) continue;
    const params = { until: period.days.until, withdrawal };
    report('afterWithdrawal', { at: period.element.place, person: reference, params });
  }
}

/** At the same institution. A negative amount corrects another salary of the same time, and nothing overlaps with nothing. */
function findOverlaps({ ahvSalaries, reference }: Person, report: Report<Variant>): void {
  const lastOf = new Map<string, Days>();
  for (const { institution, period } of ahvSalaries.filter(isEarned).toSorted(byBeginning)) {
    const last = lastOf.get(institution);
    if (period?.days === undefined) continue;
    const { from, until } = period.days;
    if (last !== undefined && from <= last.until) {
      const params = { from, until, otherFrom: last.from, otherUntil: last.until };
      report('overlap', { at: period.element.place, person: reference, params });
    }
    if (last === undefined || until > last.until) lastOf.set(institution, period.days);
  }
}

function isEarned({ amounts }: AhvSalary): boolean {
  const all = Object.values(amounts);
  return all.every((amount = noRappen) => amount >= 0) && all.some((amount) => amount !== noRappen);
}

const byBeginning = (a: AhvSalary, b: AhvSalary): number =>
  (a.period?.days?.from ?? '') < (b.period?.days?.from ?? '') ? -1 : 1;
