import type { AhvSalary, Period, Person } from './elm/model.js';
import { figuresOf, type Figures } from './figures/figures.js';
import { referenceMonth } from './figures/reference-age.js';
import type { Rappen } from './money.js';
import type { Days } from './months.js';
import { Sum } from './sum.js';

/** An AHV salary whose period lies within one calendar year. */
export interface DatedSalary {
  readonly salary: AhvSalary;
  readonly days: Days;
  readonly year: number;
}

/** What one employer declares of a person for one calendar year. */
export interface PersonYear {
  readonly year: number;
  readonly figures: Figures;
  readonly salaries: readonly DatedSalary[];
}

/** The days of a period; `undefined` if one is missing, or the end lies before the beginning. */
export function daysOf(period: Period | undefined): Days | undefined {
  const { from, until } = period ?? {};
  return from === undefined || until === undefined || from > until ? undefined : { from, until };
}

/** The calendar year that the days lie in; `undefined` if they lie in several. */
export function yearOf({ from, until }: Days): number | undefined {
  return from.slice(0, 4) === until.slice(0, 4) ? Number(from.slice(0, 4)) : undefined;
}

/** The AHV salaries that can be assigned to a year. */
export function datedSalaries({ ahvSalaries }: Person): readonly DatedSalary[] {
  return ahvSalaries.flatMap((salary) => {
    const days = daysOf(salary.period);
    const year = days && yearOf(days);
    return days === undefined || year === undefined ? [] : [{ salary, days, year }];
  });
}

/** A person's salaries by year and institution, for years whose figures are known. */
export function personYears(person: Person): readonly PersonYear[] {
  const groups = new Map<string, DatedSalary[]>();
  for (const dated of datedSalaries(person)) {
    const key = `${dated.year} ${dated.salary.institution}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [dated]);
    else group.push(dated);
  }
  return [...groups.values()].flatMap((salaries) => {
    const year = salaries[0]?.year ?? 0;
    const figures = figuresOf(year);
    return figures === undefined ? [] : [{ year, figures, salaries }];
  });
}

/** `undefined` if an amount can't be read. */
export function sumOf(salaries: readonly DatedSalary[], name: keyof AhvSalary['amounts']): Rappen | undefined {
  const sum = new Sum();
  for (const { salary } of salaries) sum.add(salary.amounts[name]);
  return sum.exact;
}

/** The month in which the person reaches the reference age, `YYYY-MM`; `undefined` if sex or date of birth can't be read. */
export const referenceMonthOf = ({ sex, birth }: Person): string | undefined =>
  sex === undefined || birth === undefined ? undefined : referenceMonth(sex, birth);

/** Whether a period begins after the month in which the person reaches the reference age. */
export function isPastReferenceAge(person: Person, { from }: Days): boolean {
  const month = referenceMonthOf(person);
  return month !== undefined && from.slice(0, 7) > month;
}
