import type { Findings } from '../findings.js';
import { limits } from '../limits.js';
import { Fault } from './fault.js';
import { readingFaults } from './faults.js';
import { XmlScanner } from './scanner.js';
import { refuse } from './stop.js';
import type { Position, XmlVisitor } from './visitor.js';

/** Reads XML and makes a finding of what is wrong with it. */
export class XmlParser {
  readonly #findings: Findings;
  readonly #scanner: XmlScanner;

  constructor(findings: Findings, visitor: XmlVisitor) {
    this.#findings = findings;
    this.#scanner = new XmlScanner(visitor);
  }

  /** Where the next character would be. */
  get place(): Position {
    return this.#scanner.placeOf();
  }

  /** Takes the next bytes of UTF-8, which end with a whole character. */
  write(bytes: Uint8Array): void {
    this.#attempt(() => this.#scanner.write(bytes));
  }

  /** Reads what was taken as far as it goes, instead of waiting for more. */
  flush(): void {
    this.#attempt(() => this.#scanner.flush());
  }

  end(): void {
    this.#attempt(() => this.#scanner.end());
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#refuse(error);
    }
  }

  #refuse({ kind, at }: Fault): never {
    const place = this.#scanner.placeOf(at);
    // The character itself; if it is a line end, the beginning of the next line.
    const wrong = { line: place.line, column: Math.max(1, place.column - 1) };
    switch (kind) {
      case 'doctype':
        return refuse(this.#findings, readingFaults.doctype, kind, {
          at: this.#scanner.rooted ? wrong : { line: place.line },
        });
      case 'depth':
        return refuse(this.#findings, readingFaults.depth, kind, { at: place, params: { limit: limits.depth } });
      case 'name':
        return refuse(this.#findings, readingFaults.name, kind, { at: place, params: { limit: limits.name } });
      case 'text':
        return refuse(this.#findings, readingFaults.text, kind, { at: place, params: { limit: limits.text } });
      case 'attributes':
        return refuse(this.#findings, readingFaults.attributes, kind, {
          at: place,
          params: { limit: limits.attributes },
        });
      case 'syntax':
      case 'tags':
      case 'end':
      case 'entity':
      case 'namespace':
        return refuse(this.#findings, readingFaults.syntax, kind, { at: wrong });
    }
  }
}
