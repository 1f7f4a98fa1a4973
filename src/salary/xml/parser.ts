import { SaxesParser } from 'saxes';
import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import type { Declaration } from '../rule.js';
import { readingFaults } from './faults.js';
import { refuse } from './stop.js';
import { kindOfSyntaxError } from './syntax-error.js';
import { noAttributes, type Position, type XmlVisitor } from './visitor.js';

type Saxes = SaxesParser<{ xmlns: true }>;

/**
 * Parsers that have read their document. A workbook is many documents, and code that has met more than four parsers is
 * four times slower for all of them: as prototypes, each is a type of its own to V8.
 */
const spare: Saxes[] = [];

/** saxes with limits: the only file that knows the library. */
export class XmlParser {
  readonly #saxes = spare.pop() ?? new SaxesParser<{ xmlns: true }>({ xmlns: true });
  readonly #findings: Findings;
  readonly #visitor: XmlVisitor;
  #tag: Position = { line: 1, column: 1 };
  #depth = 0;
  #attributes = 0;
  /** Characters since the last event. saxes keeps an unfinished text, comment or name in memory until it ends. */
  #pending = 0;

  constructor(findings: Findings, visitor: XmlVisitor) {
    this.#findings = findings;
    this.#visitor = visitor;
    this.#listenToTags();
    this.#listenToText();
    // saxes keeps its handlers under computed names. So many of them make V8 treat the parser as a dictionary, four
    // times slower; V8 undoes that for an object that becomes a prototype.
    Object.create(this.#saxes);
  }

  /** Where the next character would be. */
  get place(): Position {
    return { line: this.#saxes.line, column: this.#saxes.column + 1 };
  }

  write(text: string): void {
    this.#saxes.write(text);
    this.#pending += text.length;
    this.#limit(readingFaults.text, 'text', this.#pending, limits.text);
  }

  end(): void {
    this.#saxes.close();
    // Closed without a fault, it is as new.
    spare.push(this.#saxes);
  }

  #listenToTags(): void {
    const saxes = this.#saxes;
    saxes.on('opentagstart', ({ name }) => {
      this.#pending = 0;
      this.#attributes = 0;
      this.#depth += 1;
      this.#tag = this.#startOfTag(name);
      this.#limit(readingFaults.depth, 'depth', this.#depth, limits.depth);
      this.#limit(readingFaults.name, 'name', name.length, limits.name);
    });
    saxes.on('attribute', ({ name, value }) => {
      this.#pending = 0;
      this.#attributes += 1;
      this.#limit(readingFaults.attributes, 'attributes', this.#attributes, limits.attributes);
      this.#limit(readingFaults.name, 'name', name.length, limits.name);
      this.#limit(readingFaults.text, 'text', value.length, limits.text);
    });
    saxes.on('opentag', ({ local, uri, attributes }) => {
      const found = this.#attributes === 0 ? noAttributes : attributes;
      this.#visitor.open({ name: local, namespace: uri, attributes: found }, this.#tag);
    });
    saxes.on('closetag', () => {
      this.#pending = 0;
      this.#depth -= 1;
      this.#visitor.close();
    });
  }

  #listenToText(): void {
    const saxes = this.#saxes;
    const text = (characters: string) => {
      this.#pending = 0;
      this.#limit(readingFaults.text, 'text', characters.length, limits.text);
      this.#visitor.text(characters);
    };
    saxes.on('text', text);
    saxes.on('cdata', text);
    saxes.on('comment', () => (this.#pending = 0));
    saxes.on('doctype', (doctype) => {
      const lines = doctype.split('\n').length - 1;
      refuse(this.#findings, readingFaults.doctype, 'doctype', { at: { line: saxes.line - lines } });
    });
    saxes.on('error', ({ message }) => {
      const kind = kindOfSyntaxError(message);
      const at = { line: saxes.line, column: Math.max(1, saxes.column) };
      if (kind === 'doctype') refuse(this.#findings, readingFaults.doctype, kind, { at });
      else refuse(this.#findings, readingFaults.syntax, kind, { at });
    });
  }

  /** The `<`; saxes has read the name and one character after it. If that was a line end, the column is lost. */
  #startOfTag(name: string): Position {
    const { line, column } = this.#saxes;
    const start = column - name.length - 1;
    return start > 0 ? { line, column: start } : { line: Math.max(1, line - 1), column: 1 };
  }

  #limit<Variant extends string>(fault: Declaration<Variant>, variant: Variant, value: number, limit: number): void {
    if (value > limit) refuse(this.#findings, fault, variant, { at: this.place, params: { limit } });
  }
}
