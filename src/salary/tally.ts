import {
  ahvAmountNames,
  type AhvAmount,
  type AhvSalary,
  type Domain,
  type FakSalary,
  type Person,
} from './elm/model.js';
import type { PersonReference, Place } from './finding.js';
import { limits } from './limits.js';
import { Sum } from './sum.js';

type AhvSums = Readonly<Record<AhvAmount, Sum>>;

/** Of one canton; supplements that are only given in detail don't add up to a sum. */
export class CantonSums {
  readonly contributory = new Sum();
  readonly supplement = new Sum();
  detailed = false;

  add({ contributory, supplement }: FakSalary): void {
    this.contributory.add(contributory);
    if (supplement === 'detailed') this.detailed = true;
    else this.supplement.add(supplement);
  }
}

/** The first salary that is declared to an institution. */
interface FirstUse {
  readonly domain: Domain;
  readonly institution: string;
  readonly place: Place;
  readonly person: PersonReference;
}

/** What the salaries add up to, per institution; grows with the number of institutions, not of persons. */
export class Tally {
  readonly ahv = new Map<string, AhvSums>();
  readonly fak = new Map<string, Map<string, CantonSums>>();
  readonly firstUses: FirstUse[] = [];
  /** Institutions with a salary whose canton couldn't be read. */
  readonly uncertain = new Set<string>();
  persons = 0;
  ahvSalaries = 0;
  fakSalaries = 0;
  /** More institutions were named than a company can have; the sums are not complete. */
  overfull = false;

  add(person: Person): void {
    this.persons += 1;
    for (const salary of person.ahvSalaries) this.#addAhv(salary, person.reference);
    for (const salary of person.fakSalaries) this.#addFak(salary, person.reference);
  }

  #addAhv(salary: AhvSalary, person: PersonReference): void {
    this.ahvSalaries += 1;
    if (!this.ahv.has(salary.institution) && this.#meet('AHV-AVS', this.ahv.size, salary, person)) {
      this.ahv.set(salary.institution, noSums());
    }
    const sums = this.ahv.get(salary.institution);
    for (const name of ahvAmountNames) sums?.[name].add(salary.amounts[name]);
  }

  #addFak(salary: FakSalary, person: PersonReference): void {
    this.fakSalaries += 1;
    if (!this.fak.has(salary.institution) && this.#meet('FAK-CAF', this.fak.size, salary, person)) {
      this.fak.set(salary.institution, new Map());
    }
    const cantons = this.fak.get(salary.institution);
    if (cantons === undefined) return;
    if (salary.canton === undefined) {
      this.uncertain.add(salary.institution);
      return;
    }
    const sums = cantons.get(salary.canton) ?? new CantonSums();
    cantons.set(salary.canton, sums);
    sums.add(salary);
  }

  #meet(
    domain: Domain,
    known: number,
    { institution, element }: AhvSalary | FakSalary,
    person: PersonReference,
  ): boolean {
    if (known >= limits.parts) {
      this.overfull = true;
      return false;
    }
    this.firstUses.push({ domain, institution, place: element.place, person });
    return true;
  }
}

export const noSums = (): AhvSums => ({
  ahvIncome: new Sum(),
  ahvOpen: new Sum(),
  alvIncome: new Sum(),
  alvzIncome: new Sum(),
  alvOpen: new Sum(),
});
