import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import { version as versionFault } from '../rules/v01-version.js';
import { readingFaults } from '../xml/faults.js';
import { refuse } from '../xml/stop.js';
import type { Position, Tag, XmlVisitor } from '../xml/visitor.js';
import { Element } from './element.js';
import { Entrance } from './entrance.js';
import type { Part } from './parts.js';
import { Outside } from './outside.js';
import { schemaOf } from './schema/schema.js';
import { Validator } from './schema/validator.js';
import type { Edition, ElmVersion, SupportedVersion } from './versions.js';

/** Takes one complete part; `ordinal` counts from 1 among the parts at the same path. */
export type TakePart = (part: Part, element: Element, ordinal: number, version: SupportedVersion) => void;

const root = '/DeclareSalary';

/** Cuts a declaration into its parts while the file passes by, and has each element compared with the schema. */
export class ElmDocument implements XmlVisitor {
  readonly #findings: Findings;
  readonly #entrance: Entrance;
  readonly #take: TakePart;
  /** The open elements outside of parts; an envelope is none of the declaration. */
  readonly #outside: (Outside | undefined)[] = [];
  #edition: Edition | undefined;
  #validator: Validator | undefined;
  #current: Element | undefined;
  /** Where the current part stands. */
  #begun: Outside | undefined;
  #size = 0;
  #skipped = 0;
  #declared = false;

  constructor(findings: Findings, take: TakePart) {
    this.#findings = findings;
    this.#entrance = new Entrance(findings);
    this.#take = take;
  }

  get version(): ElmVersion | undefined {
    return this.#entrance.version;
  }

  open(tag: Tag, at: Position): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      if (this.#current !== undefined) this.#weigh(limits.elementCost);
    } else if (this.#current !== undefined) this.#openInside(this.#current, tag, at);
    else {
      const above = this.#outside.at(-1);
      if (above === undefined) this.#enter(tag, at);
      else this.#openOutside(above, tag, at);
    }
  }

  text(text: string, blank: boolean): void {
    if (this.#skipped > 0) return;
    const counts = this.#validator?.text(text, blank);
    if (this.#current === undefined) return;
    if (counts === true) this.#current.append(text);
    this.#weigh(text.length);
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    if (this.#current !== undefined || this.#outside.at(-1) !== undefined) this.#validator?.close();
    if (this.#current === undefined) this.#outside.pop();
    else this.#closeInside(this.#current);
  }

  /** To be called after the last element; says whether there was a declaration to judge. */
  end(): boolean {
    if (this.#validator === undefined) this.#findings.reporter(versionFault)('declaration');
    return this.#declared;
  }

  #openOutside(above: Outside, tag: Tag, at: Position): void {
    const isDeclaration = above.path === '' && tag.name === 'SalaryDeclaration';
    if (isDeclaration && this.#declared) {
      refuse(this.#findings, versionFault, 'second', { at, params: { root: tag.name } });
    }
    if (!this.#isRead(tag, at)) return;
    if (isDeclaration) this.#beginDeclaration(tag, at);
    const here = above.inner(tag.name);
    if (here.part === undefined) this.#outside.push(here);
    else this.#begin(here, here.part, tag, at);
  }

  /** Through the envelope. */
  #enter(tag: Tag, at: Position): void {
    const met = this.#entrance.meet(tag, at);
    if (met === 'ignored') this.#skipped = 1;
    else if (met === 'envelope') this.#outside.push(undefined);
    else {
      this.#edition = met;
      this.#validator = new Validator(this.#findings, schemaOf(met), tag, at);
      this.#outside.push(new Outside(''));
    }
  }

  #begin(here: Outside, part: Part, tag: Tag, at: Position): void {
    here.count += 1;
    if (part !== 'person' && here.count > limits.parts) {
      const params = { element: tag.name, limit: limits.parts };
      refuse(this.#findings, readingFaults.record, 'parts', { at, params });
    }
    const index = part === 'person' || here.count > 1 ? `[${here.count}]` : '';
    this.#begun = here;
    this.#size = 0;
    this.#current = new Element(tag, at, `${root}/${here.path}${index}`);
  }

  #openInside(parent: Element, tag: Tag, at: Position): void {
    this.#weigh(limits.elementCost);
    if (!this.#isRead(tag, at)) return;
    this.#current = new Element(tag, at, parent);
  }

  #closeInside(element: Element): void {
    this.#current = element.parent;
    if (this.#current !== undefined) return;
    const { part, count } = this.#begun ?? {};
    if (part === undefined || count === undefined || this.#edition === undefined) return;
    this.#take(part, element, count, this.#edition.version);
  }

  #beginDeclaration(tag: Tag, at: Position): void {
    this.#declared = true;
    const found = tag.attributes['schemaVersion']?.value;
    // One that is not there was found missing already.
    if (found === undefined || found.trim() === '0.0') return;
    const place = { ...at, path: `${root}/SalaryDeclaration` };
    this.#findings.reporter(versionFault)('schemaVersion', { at: place, params: { found: found.slice(0, 20) } });
  }

  /** What the schema has no place for is passed over, with all that is in it. */
  #isRead(tag: Tag, at: Position): boolean {
    if (this.#validator?.open(tag, at) === true) return true;
    this.#skipped = 1;
    return false;
  }

  #weigh(characters: number): void {
    this.#size += characters;
    if (this.#size <= limits.record) return;
    const at = this.#current?.place;
    refuse(this.#findings, readingFaults.record, 'record', { at, params: { limit: limits.record } });
  }
}
