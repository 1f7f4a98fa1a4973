import { isDottedAhvNumber, maskAhvNumber } from '../../ahv-number.js';
import type { PersonReference, Place } from '../../finding.js';
import type { Findings } from '../../findings.js';
import { limits } from '../../limits.js';
import type { Occurrence, Report } from '../../rule.js';
import { version } from '../../rules/v01-version.js';
import { values, type ValueFault } from '../../rules/v02-values.js';
import { readingFaults } from '../../xml/faults.js';
import { refuse } from '../../xml/stop.js';
import { noAttributes, type Attributes, type Position, type Tag } from '../../xml/visitor.js';
import { attributeFaults } from './attributes.js';
import { Frame } from './frame.js';
import { collapsed } from '../../xml/lexical.js';
import { wayTo, wayToEnd } from './recovery.js';
import type { ElementDeclaration, ElementType, Schema } from './schema.js';

const shown = 200;

/**
 * Compares a declaration with its schema while it passes by. Every mistake is one finding; after it, reading goes on
 * where the document most probably goes on. Memory depends on the depth only.
 */
export class Validator {
  readonly #findings: Findings;
  readonly #report: Report<ValueFault>;
  /** Of this edition; an element of another one is no stranger in the wrong place, but of another language. */
  readonly #namespaces: ReadonlySet<string>;
  readonly #foreign = new Set<string>();
  /** The last attributes without fault of each type; equal tags share theirs. */
  readonly #flawless = new Map<ElementType, Attributes>();
  #frame = new Frame();
  #person: { ordinal: number; ahvNumber?: string } | undefined;

  /** To be made at the start tag of the root. */
  constructor(findings: Findings, { root, namespaces }: Schema, tag: Tag, at: Position) {
    this.#findings = findings;
    this.#report = findings.reporter(values);
    this.#namespaces = namespaces;
    this.#frame.enter(root, at, 1);
    this.#checkAttributes(tag);
  }

  /** Takes a start tag; `false` means that the element and all that is in it is to be passed over. */
  open(tag: Tag, at: Position): boolean {
    const parent = this.#frame;
    const step = parent.state.next.get(tag.name);
    let element: ElementDeclaration | undefined;
    if (step?.element.namespace === tag.namespace) {
      element = step.element;
      parent.state = step.state;
      parent.strangers = 0;
    } else {
      element = this.#recover(tag, at);
      if (element === undefined) return false;
    }
    parent.count = parent.last === element ? parent.count + 1 : 1;
    parent.last = element;
    parent.seen |= element.bit;
    if (element.type.content === 'anything') return false;
    this.#frame = parent.inner;
    this.#frame.enter(element, at, parent.count);
    if (element.type.name === 'Person') this.#person = { ordinal: parent.count };
    this.#checkAttributes(tag);
    return true;
  }

  /** Says whether the text is a value, and not something between elements. */
  text(text: string, blank: boolean): boolean {
    const frame = this.#frame;
    const { type } = frame.element;
    if (type.content === 'text') {
      if (type.text === undefined) return true;
      frame.text = frame.text === '' ? text : frame.text + text;
      if (frame.text.length <= limits.text) return true;
      refuse(this.#findings, readingFaults.text, 'text', { at: this.#place(), params: { limit: limits.text } });
    }
    if (frame.spoilt || (blank && type.content === 'elements')) return false;
    frame.spoilt = true;
    this.#fault(type.content === 'elements' ? 'text' : 'content', this.#place());
    return false;
  }

  /** Takes the end tag of an element that was not passed over. */
  close(): void {
    const frame = this.#frame;
    const { type } = frame.element;
    if (type.text !== undefined) this.#checkText(frame);
    if (!frame.state.accepting || frame.owed.length > 0) this.#reportMissing(frame);
    if (type.name === 'Person') this.#person = undefined;
    if (frame.outer !== undefined) this.#frame = frame.outer;
  }

  #checkText({ element, text }: Frame): void {
    const type = element.type.text;
    if (type === undefined) return;
    const value = type.collapses ? collapsed(text) : text;
    if (!type.accepts(value)) this.#fault(type.fault, this.#place(), type.params);
    else if (type.fault === 'ahvNumber') this.#learnNumber(value);
  }

  /** The number of the person itself; those of children are elsewhere. */
  #learnNumber(number: string): void {
    if (this.#person === undefined || this.#frame.outer?.element.type.name !== 'Identification') return;
    if (isDottedAhvNumber(number)) this.#person.ahvNumber = maskAhvNumber(number);
  }

  #checkAttributes({ attributes }: Tag): void {
    const { type } = this.#frame.element;
    // Most elements neither have nor need any.
    if (attributes === noAttributes && type.attributes.length === 0) return;
    if (this.#flawless.get(type) === attributes) return;
    const faults = attributeFaults(type, attributes);
    if (faults.length === 0) this.#flawless.set(type, attributes);
    for (const [fault, name, params] of faults) {
      const element = fault === 'attribute' ? this.#frame.element.name : `@${name}`;
      this.#fault(fault, this.#place(), { ...params, element });
    }
  }

  /** Something else than what may come next. */
  #recover(tag: Tag, at: Position): ElementDeclaration | undefined {
    const parent = this.#frame;
    const { name } = tag;
    if (tag.namespace !== '' && !this.#namespaces.has(tag.namespace)) {
      this.#passForeign(tag, at);
      return;
    }
    const element = parent.element.type.elements.get(name);
    if (element === undefined) {
      this.#passUnknown(tag, at);
      return;
    }
    const place = this.#placeOf(name, at);
    if (tag.namespace !== element.namespace) this.#reportNamespace(tag, element, place);
    const step = parent.state.next.get(name);
    if (step !== undefined) {
      parent.state = step.state;
      parent.strangers = 0;
      return element;
    }
    if ((parent.seen & element.excludes) !== 0) {
      this.#refuseBeside(element, place);
      return;
    }
    if ((parent.seen & element.bit) !== 0 && (element.max === 1 || (parent.last === element && element.max === 2))) {
      this.#refuseAgain(element, place);
      return;
    }
    const way = wayTo(parent.state, name);
    if (way !== undefined) {
      parent.owed.push(...way.missing.slice(parent.strangers));
      parent.strangers = 0;
      parent.state = way.state;
      return element;
    }
    this.#reportOrder(element, place);
    return element;
  }

  #passForeign({ name, namespace }: Tag, at: Position): undefined {
    this.#frame.strangers += 1;
    if (this.#foreign.has(namespace) || this.#foreign.size >= limits.parts) return;
    this.#foreign.add(namespace);
    const params = { element: name.slice(0, shown), namespace: namespace.slice(0, shown) };
    this.#findings.reporter(version)('namespace', { at, params });
  }

  #passUnknown({ name }: Tag, at: Position): undefined {
    const { element: parent, state, refused } = this.#frame;
    this.#frame.strangers += 1;
    if (refused === name) return;
    this.#frame.refused = name;
    const params = { element: name.slice(0, shown), parent: parent.name };
    const place = this.#placeOf(name.slice(0, shown), at);
    if (state.next.size === 0) this.#fault('extra', place, params);
    else this.#fault('unexpected', place, { ...params, expected: [...state.next.keys()].join(', ') });
  }

  #refuseBeside({ name, excludes }: ElementDeclaration, place: Place): undefined {
    const { element: parent, seen, refused } = this.#frame;
    if (refused === name) return;
    this.#frame.refused = name;
    const other = [...parent.type.elements.values()].find(({ bit }) => (bit & excludes & seen) !== 0);
    this.#fault('choice', place, { element: name, other: other?.name ?? '' });
  }

  #refuseAgain({ name, max }: ElementDeclaration, place: Place): undefined {
    if (this.#frame.refused === name) return;
    this.#frame.refused = name;
    this.#fault('tooMany', place, { element: name, parent: this.#frame.element.name, max });
  }

  /** It may have been missed before; then this is where it went. */
  #reportOrder({ name, bit }: ElementDeclaration, place: Place): void {
    const { element: parent, seen, owed } = this.#frame;
    this.#frame.owed = owed.filter((missing) => !missing.split(' | ').includes(name));
    if (this.#frame.disordered) return;
    this.#frame.disordered = true;
    const before = [...parent.type.elements.values()].find((other) => other.bit > bit && (other.bit & seen) !== 0);
    this.#fault('order', place, { element: name, before: before?.name ?? '', parent: parent.name });
  }

  #reportNamespace({ name, namespace }: Tag, element: ElementDeclaration, place: Place): void {
    const params = { element: name, expected: element.namespace };
    if (namespace === '') this.#fault('noNamespace', place, params);
    else this.#fault('namespace', place, { ...params, found: namespace });
  }

  #reportMissing(frame: Frame): void {
    const missing = [...frame.owed, ...wayToEnd(frame.state).missing.slice(frame.strangers)];
    for (const element of missing) this.#fault('missing', this.#place(), { element });
  }

  #fault(fault: ValueFault, at: Place, params: Occurrence['params'] = {}): void {
    const person: PersonReference | undefined = this.#person;
    this.#report(fault, { at, person, params: { element: this.#frame.element.name, ...params } });
  }

  /** Of the open element. */
  #place(): Place {
    return { ...this.#frame.at, path: this.#path() };
  }

  /** Of a child of the open element that is not opened yet. */
  #placeOf(name: string, at: Position): Place {
    return { ...at, path: `${this.#path()}/${name}` };
  }

  #path(): string {
    let path = '';
    for (let frame: Frame | undefined = this.#frame; frame !== undefined; frame = frame.outer) {
      const { element, ordinal } = frame;
      path = `/${element.name}${ordinal > 1 || element.type.name === 'Person' ? `[${ordinal}]` : ''}${path}`;
    }
    return path;
  }
}
