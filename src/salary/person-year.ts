import type { AhvSalary, Person } from './elm/model.js';
import { figuresOf, type Figures } from './figures/figures.js';
import type { Rappen } from './money.js';
import type { Days } from './months.js';
import { Sum } from './sum.js';

/** What one employer declares of a person for one calendar year whose figures are known. */
export interface PersonYear {
  readonly year: number;
  readonly figures: Figures;
  readonly salaries: readonly AhvSalary[];
}

/** A person's salaries by year and institution; those are left out that can't be assigned to a year. */
export function personYears({ ahvSalaries }: Person): readonly PersonYear[] {
  const [only] = ahvSalaries;
  if (only === undefined) return [];
  if (ahvSalaries.length === 1) return personYear(ahvSalaries, only);
  const groups = new Map<string, AhvSalary[]>();
  for (const salary of ahvSalaries) {
    const key = `${salary.period?.year ?? ''} ${salary.institution}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [salary]);
    else group.push(salary);
  }
  return [...groups.values()].flatMap((group) => personYear(group, group[0]));
}

function personYear(salaries: readonly AhvSalary[], first: AhvSalary | undefined): readonly PersonYear[] {
  const year = first?.period?.year;
  const figures = year === undefined ? undefined : figuresOf(year);
  return year === undefined || figures === undefined ? [] : [{ year, figures, salaries }];
}

/** `undefined` if an amount can't be read. */
export function sumOf(salaries: readonly AhvSalary[], name: keyof AhvSalary['amounts']): Rappen | undefined {
  const [only] = salaries;
  if (only !== undefined && salaries.length === 1) return only.amounts[name];
  const sum = new Sum();
  for (const { amounts } of salaries) sum.add(amounts[name]);
  return sum.exact;
}

/** Whether the days begin after the month in which the person reaches the reference age. */
export const isPastReferenceAge = ({ referenceMonth }: Person, { from }: Days): boolean =>
  referenceMonth !== undefined && from.slice(0, 7) > referenceMonth;
