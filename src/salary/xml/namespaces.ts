import type { Cursor } from './cursor.js';
import { isPlainNameStart } from './characters.js';
import type { StartTag } from './start-tag.js';

const xml = 'http://www.w3.org/XML/1998/namespace';
const xmlns = 'http://www.w3.org/2000/xmlns/';

const wellKnown: ReadonlyMap<string, string> = new Map([
  ['xml', xml],
  ['xmlns', xmlns],
]);

/** The declarations of namespaces that hold somewhere, and the start tags that were met there. */
export class Scope {
  readonly #outer: Scope | undefined;
  readonly #declared: ReadonlyMap<string, string>;
  /** By a hash of how they are written: most tags of a document are repetitions. */
  readonly known = new Map<number, StartTag>();

  constructor(outer?: Scope, declared: ReadonlyMap<string, string> = wellKnown) {
    this.#outer = outer;
    this.#declared = declared;
  }

  /** The namespace that a prefix stands for. */
  resolve(prefix: string): string | undefined {
    return this.#declared.get(prefix) ?? this.#outer?.resolve(prefix);
  }
}

export interface QualifiedName {
  readonly prefix: string;
  readonly local: string;
}

/** Takes a name apart; `undefined` if both parts can't be names. */
export function qualified(name: string): QualifiedName | undefined {
  const colon = name.indexOf(':');
  if (colon === -1) return { prefix: '', local: name };
  const local = name.slice(colon + 1);
  if (colon === 0 || local.includes(':') || !isPlainNameStart(local.codePointAt(0) ?? 0)) return undefined;
  return { prefix: name.slice(0, colon), local };
}

/** The prefix that an attribute declares, empty for the default namespace; `undefined` if it declares none. */
export function declaredPrefix({ prefix, local }: QualifiedName): string | undefined {
  if (prefix === 'xmlns') return local;
  return prefix === '' && local === 'xmlns' ? '' : undefined;
}

/** Namespaces in XML 1.0, 3 and 6.1: what may not be declared. */
export function checkDeclaration(prefix: string, uri: string, cursor: Cursor): void {
  const undeclares = prefix !== '' && uri === '';
  if (undeclares || prefix === 'xmlns' || uri === xmlns || (prefix === 'xml') !== (uri === xml)) cursor.fail();
}

export const declarationNamespace = xmlns;
