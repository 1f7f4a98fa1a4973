import { isCanton } from '../cantons.js';
import { parseDate, parseYear, type IsoDate } from '../dates.js';
import type { PersonReference } from '../finding.js';
import { noRappen, parseRappen, type Rappen } from '../money.js';
import type { Report } from '../rule.js';
import type { FigureFault } from '../rules/v05-figures.js';
import type { Element } from './element.js';
import type { Period } from './model.js';
import { isCount, isDate, isYear } from '../xml/lexical.js';
import { yearOf } from '../months.js';
import type { SupportedVersion } from './versions.js';

/**
 * Reads the values of elements; what is unreadable is `undefined`. What the schema forbids was reported when the
 * element passed by; here only that is reported which the schema allows and nobody can reckon with.
 */
export class Values {
  readonly version: SupportedVersion;
  readonly #report: Report<FigureFault>;
  readonly #person: PersonReference | undefined;

  constructor(report: Report<FigureFault>, version: SupportedVersion, person?: PersonReference) {
    this.version = version;
    this.#report = report;
    this.#person = person;
  }

  /** Empty if there is none. */
  text(parent: Element, name: string): string {
    return parent.child(name)?.text ?? '';
  }

  amount(parent: Element, name: string): Rappen | undefined {
    const child = parent.child(name);
    return child === undefined ? undefined : this.amountOf(child);
  }

  /** An amount that may be left out counts as nothing. */
  optionalAmount(parent: Element, name: string): Rappen | undefined {
    const child = parent.child(name);
    return child === undefined ? noRappen : this.amountOf(child);
  }

  amountOf(element: Element): Rappen | undefined {
    const amount = parseRappen(element.text);
    if (typeof amount === 'number') return amount;
    if (amount === 'tooLarge') this.#fault('amount', element);
    return undefined;
  }

  period(parent: Element, name: string): Period | undefined {
    const element = parent.child(name);
    if (element === undefined) return undefined;
    const from = this.date(element, 'from');
    const until = this.date(element, 'until');
    const days = from === undefined || until === undefined || from > until ? undefined : { from, until };
    return { element, from, until, days, year: days && yearOf(days) };
  }

  date(parent: Element, name: string): IsoDate | undefined {
    const child = parent.child(name);
    if (child === undefined) return undefined;
    const date = parseDate(child.text);
    if (date === undefined && isDate(child.text)) this.#fault('date', child);
    return date;
  }

  canton(parent: Element, name: string): string | undefined {
    const text = this.text(parent, name);
    return isCanton(text, this.version) ? text : undefined;
  }

  year(parent: Element, name: string): number | undefined {
    const child = parent.child(name);
    if (child === undefined) return undefined;
    const year = parseYear(child.text);
    if (year === undefined && isYear(child.text)) this.#fault('year', child);
    return year;
  }

  count(element: Element): number | undefined {
    return isCount(element.text) ? Number(element.text) : undefined;
  }

  #fault(variant: FigureFault, element: Element): void {
    this.#report(variant, { at: element.place, person: this.#person, params: { element: element.name } });
  }
}
