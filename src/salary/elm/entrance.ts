import type { Findings } from '../findings.js';
import { version as versionFault } from '../rules/v01-version.js';
import { refuse } from '../xml/stop.js';
import type { Position, Tag } from '../xml/visitor.js';
import { editionOf, isSoap, versionOf, type Edition, type ElmVersion } from './versions.js';

/**
 * The way to the root: through a SOAP envelope if there is one, to a `DeclareSalary` of a supported edition. A file
 * that has anything else there is not read any further.
 */
export class Entrance {
  readonly #findings: Findings;
  #version: ElmVersion | undefined;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Also known of versions that are not supported. */
  get version(): ElmVersion | undefined {
    return this.#version;
  }

  /** Decides about the next element outside of a declaration. */
  meet(tag: Tag, at: Position): Edition | 'envelope' | 'ignored' {
    if (isSoap(tag.namespace)) return tag.name === 'Envelope' || tag.name === 'Body' ? 'envelope' : 'ignored';
    if (this.#version !== undefined) return this.#refuse('second', at, { root: tag.name });
    this.#version = versionOf(tag.namespace);
    if (this.#version === '3.0') return this.#refuse('old', at, { version: this.#version });
    if (this.#version === '6.0') return this.#refuse('new', at, { version: this.#version });
    const edition = editionOf(this.#version);
    if (edition === undefined) {
      return this.#refuse('foreign', at, { root: tag.name, namespace: tag.namespace.slice(0, 200) });
    }
    if (tag.namespace === edition.consumer) return this.#refuse('consumer', at, { root: tag.name });
    if (tag.namespace === edition.root && tag.name === 'DeclareSalary') return edition;
    return this.#refuse('root', at, { root: tag.name, version: edition.version });
  }

  #refuse(variant: keyof typeof versionFault.variants, at: Position, params: Record<string, string>): never {
    return refuse(this.#findings, versionFault, variant, { at, params });
  }
}
