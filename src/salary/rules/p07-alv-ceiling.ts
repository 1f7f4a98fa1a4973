import type { AhvSalary, Person } from '../elm/model.js';
import { formatRappen } from '../money.js';
import { employedDays, proRataCeiling, type Days } from '../months.js';
import { isPastReferenceAge, personYears, sumOf, type PersonYear } from '../person-year.js';
import { defineRule, type Report } from '../rule.js';

type Variant = 'ceiling' | 'proRata' | 'aboveAhv';

/**
 * The ALV wage of a year stays below the ceiling and below the AHV wage. How the ceiling of a part of a year is computed is
 * custom and not law, so exceeding it is worth a warning only.
 */
export const alvCeiling = defineRule<Variant>({
  code: 'P07',
  level: 'Plausibility',
  source: 'AVIG Art. 3; UVV Art. 22',
  variants: { ceiling: 'error', proRata: 'warning', aboveAhv: 'error' },
  start: (report) => ({
    person: (person) => {
      for (const year of personYears(person)) {
        compareWithCeiling(person, year, report);
        compareWithAhv(person, year, report);
      }
    },
  }),
});

/** Salaries from after the reference age are no matter of the ceiling: nothing of them is insured. */
function compareWithCeiling(person: Person, { year, figures, salaries }: PersonYear, report: Report<Variant>): void {
  const insured: AhvSalary[] = [];
  const periods: Days[] = [];
  for (const salary of salaries) {
    const days = salary.period?.days;
    if (days === undefined || isPastReferenceAge(person, days)) continue;
    insured.push(salary);
    periods.push(days);
  }
  const alv = sumOf(insured, 'alvIncome');
  if (alv === undefined || insured.length === 0) return;
  const days = employedDays(periods);
  const ceiling = proRataCeiling(figures.alvCeilingYear, days);
  if (alv <= ceiling) return;
  const variant = alv > figures.alvCeilingYear ? 'ceiling' : 'proRata';
  report(variant, {
    at: placeOf(insured),
    person: person.reference,
    params: {
      year,
      amount: formatRappen(alv),
      ceiling: formatRappen(variant === 'ceiling' ? figures.alvCeilingYear : ceiling),
      days,
    },
  });
}

/** Of the whole year: with several periods, a later one may catch up on what an earlier one left below the ceiling. */
function compareWithAhv(person: Person, { year, salaries }: PersonYear, report: Report<Variant>): void {
  const [alv, ahv] = [sumOf(salaries, 'alvIncome'), sumOf(salaries, 'ahvIncome')];
  if (alv === undefined || ahv === undefined || alv <= ahv || alv <= 0) return;
  report('aboveAhv', {
    at: placeOf(salaries),
    person: person.reference,
    params: { year, alv: formatRappen(alv), ahv: formatRappen(ahv) },
  });
}

/** The last ALV wage, where the sum became too large. */
function placeOf(salaries: readonly AhvSalary[]) {
  const element = salaries.at(-1)?.element;
  return (element?.child('ALV-AC-Income') ?? element)?.place;
}
