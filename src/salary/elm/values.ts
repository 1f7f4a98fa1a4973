import { isCanton } from '../cantons.js';
import { parseDate, parseYear, type IsoDate } from '../dates.js';
import type { PersonReference } from '../finding.js';
import { noRappen, parseRappen, type Rappen } from '../money.js';
import type { Report } from '../rule.js';
import type { ValueFault } from '../rules/v02-values.js';
import type { Element } from './element.js';
import type { Period } from './model.js';
import type { SupportedVersion } from './versions.js';

/** Reads the values of elements and reports each that is missing or malformed; what is unreadable is `undefined`. */
export class Values {
  readonly version: SupportedVersion;
  readonly #report: Report<ValueFault>;
  readonly #person: PersonReference | undefined;

  constructor(report: Report<ValueFault>, version: SupportedVersion, person?: PersonReference) {
    this.version = version;
    this.#report = report;
    this.#person = person;
  }

  required(parent: Element, name: string): Element | undefined {
    const child = parent.child(name);
    if (child === undefined) this.fault('missing', parent, name);
    return child;
  }

  requiredText(parent: Element, name: string): string {
    const child = this.required(parent, name);
    if (child?.text === '') this.fault('missing', child);
    return child?.text ?? '';
  }

  /** The value of a reference such as `institutionIDRef`; empty if there is none. */
  reference(element: Element, attribute: string): string {
    const reference = element.attribute(attribute) ?? '';
    if (reference === '') this.fault('missing', element, `@${attribute}`);
    return reference;
  }

  amount(parent: Element, name: string): Rappen | undefined {
    const child = this.required(parent, name);
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
    this.fault(amount === 'malformed' ? 'amount' : 'range', element);
    return undefined;
  }

  period(parent: Element, name: string): Period | undefined {
    const element = this.required(parent, name);
    if (element === undefined) return undefined;
    return { element, from: this.#date(element, 'from'), until: this.#date(element, 'until') };
  }

  canton(parent: Element, name: string): string | undefined {
    const child = this.required(parent, name);
    if (child === undefined) return undefined;
    return this.#readable(isCanton(child.text, this.version) ? child.text : undefined, 'canton', child);
  }

  year(parent: Element, name: string): number | undefined {
    const child = this.required(parent, name);
    return child === undefined ? undefined : this.#readable(parseYear(child.text), 'year', child);
  }

  count(element: Element): number | undefined {
    const value = /^\+?[0-9]{1,10}$/.test(element.text) ? Number(element.text) : undefined;
    return this.#readable(value, 'count', element);
  }

  fault(variant: ValueFault, element: Element, name = element.name): void {
    this.#report(variant, { at: element.place, person: this.#person, params: { element: name } });
  }

  #date(parent: Element, name: string): IsoDate | undefined {
    const child = this.required(parent, name);
    return child === undefined ? undefined : this.#readable(parseDate(child.text), 'date', child);
  }

  #readable<Value>(value: Value | undefined, variant: ValueFault, element: Element): Value | undefined {
    if (value === undefined) this.fault(variant, element);
    return value;
  }
}
