import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import { version as versionFault } from '../rules/v01-version.js';
import { readingFaults } from '../xml/faults.js';
import { refuse } from '../xml/stop.js';
import type { Position, Tag, XmlVisitor } from '../xml/visitor.js';
import { Element } from './element.js';
import { Entrance } from './entrance.js';
import { partAt, type Part } from './parts.js';
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
  readonly #ordinals = new Map<string, number>();
  /** The open elements outside of parts, each by its path below the root; an envelope has no path. */
  readonly #paths: (string | undefined)[] = [];
  #edition: Edition | undefined;
  #validator: Validator | undefined;
  #current: Element | undefined;
  #path = '';
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
    else if (this.#validator === undefined || this.#paths.at(-1) === undefined) this.#enter(tag, at);
    else this.#openOutside(tag, at);
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
    if (this.#current !== undefined || this.#paths.at(-1) !== undefined) this.#validator?.close();
    if (this.#current === undefined) this.#paths.pop();
    else this.#closeInside(this.#current);
  }

  /** To be called after the last element; says whether there was a declaration to judge. */
  end(): boolean {
    if (this.#validator === undefined) this.#findings.reporter(versionFault)('declaration');
    return this.#declared;
  }

  #openOutside(tag: Tag, at: Position): void {
    const above = this.#paths.at(-1);
    const path = above === '' ? tag.name : `${above ?? ''}/${tag.name}`;
    if (path === 'SalaryDeclaration' && this.#declared) {
      refuse(this.#findings, versionFault, 'second', { at, params: { root: tag.name } });
    }
    if (!this.#isRead(tag, at)) return;
    if (path === 'SalaryDeclaration') this.#beginDeclaration(tag, at);
    const part = partAt(path);
    if (part === undefined) this.#paths.push(path);
    else this.#begin(part, path, tag, at);
  }

  /** Through the envelope. */
  #enter(tag: Tag, at: Position): void {
    const met = this.#entrance.meet(tag, at);
    if (met === 'ignored') this.#skipped = 1;
    else if (met === 'envelope') this.#paths.push(undefined);
    else {
      this.#edition = met;
      this.#validator = new Validator(this.#findings, schemaOf(met), tag, at);
      this.#paths.push('');
    }
  }

  #begin(part: Part, path: string, tag: Tag, at: Position): void {
    const ordinal = (this.#ordinals.get(path) ?? 0) + 1;
    this.#ordinals.set(path, ordinal);
    if (part !== 'person' && ordinal > limits.parts) {
      const params = { element: tag.name, limit: limits.parts };
      refuse(this.#findings, readingFaults.record, 'parts', { at, params });
    }
    const index = part === 'person' || ordinal > 1 ? `[${ordinal}]` : '';
    this.#path = path;
    this.#size = 0;
    this.#current = new Element(tag, at, `${root}/${path}${index}`);
  }

  #openInside(parent: Element, tag: Tag, at: Position): void {
    this.#weigh(limits.elementCost);
    if (!this.#isRead(tag, at)) return;
    this.#current = new Element(tag, at, parent);
  }

  #closeInside(element: Element): void {
    this.#current = element.parent;
    if (this.#current !== undefined) return;
    const part = partAt(this.#path);
    if (part === undefined || this.#edition === undefined) return;
    this.#take(part, element, this.#ordinals.get(this.#path) ?? 1, this.#edition.version);
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
