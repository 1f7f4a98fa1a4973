/** A value of RFC 8941 that signatures are described with: an integer, a string, or a token. */
type Bare = number | string | Token;
export type Parameters = readonly (readonly [name: string, value: Bare | true])[];

class Token {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A component and what it is qualified with, which nothing here makes use of. */
export interface InnerItem {
  readonly name: string;
  readonly parameters: Parameters;
}

export interface InnerList {
  readonly items: readonly InnerItem[];
  readonly parameters: Parameters;
}

/** What is not as RFC 8941 has it. */
export class FieldMalformed extends Error {}

/** A dictionary of inner lists of strings, as `Signature-Input` is (RFC 9421, section 4.1). */
export function readInputs(text: string): ReadonlyMap<string, InnerList> {
  return new Reader(text).dictionary((reader) => reader.innerList());
}

/** A dictionary of bytes, as `Signature` is (RFC 9421, section 4.2). */
export function readSignatures(text: string): ReadonlyMap<string, Buffer> {
  return new Reader(text).dictionary((reader) => {
    const bytes = reader.bytes();
    reader.parameters();
    return bytes;
  });
}

/** The one way to write it down (RFC 8941, section 4.1.1.1). */
export function writeInnerList({ items, parameters }: InnerList): string {
  return `(${items.map(writeItem).join(' ')})${writeParameters(parameters)}`;
}

export function writeItem({ name, parameters }: InnerItem): string {
  return `${writeBare(name)}${writeParameters(parameters)}`;
}

function writeParameters(parameters: Parameters): string {
  return parameters.map(([name, value]) => `;${name}${value === true ? '' : `=${writeBare(value)}`}`).join('');
}

function writeBare(value: Bare): string {
  if (typeof value === 'number') return String(value);
  return value instanceof Token ? value.text : `"${value.replace(/["\\]/g, String.raw`\$&`)}"`;
}

/** Reads from left to right, as the algorithms of RFC 8941, section 4.2, do; each fault ends it. */
class Reader {
  #rest: string;

  constructor(text: string) {
    this.#rest = text;
  }

  dictionary<T>(member: (reader: Reader) => T): ReadonlyMap<string, T> {
    const found = new Map<string, T>();
    this.#take(/^ */);
    while (this.#rest !== '') {
      const key = this.#key();
      this.#must(/^=/, '=');
      // Of two members with one name the last one counts; here nobody should have to know that.
      if (found.has(key)) throw new FieldMalformed(`${key} stands there twice`);
      found.set(key, member(this));
      this.#take(/^[ \t]*/);
      if (this.#rest === '') return found;
      this.#must(/^,[ \t]*/, 'a comma');
      if (this.#rest === '') throw new FieldMalformed('it ends with a comma');
    }
    return found;
  }

  innerList(): InnerList {
    this.#must(/^\( */, 'a list in parentheses');
    const items: InnerItem[] = [];
    while (this.#take(/^\)/) === undefined) {
      const name = this.#string();
      items.push({ name, parameters: this.parameters() });
      if (this.#take(/^ +/) === undefined && !this.#rest.startsWith(')')) {
        throw new FieldMalformed('components are separated by spaces');
      }
    }
    return { items, parameters: this.parameters() };
  }

  parameters(): Parameters {
    const found = new Map<string, Bare | true>();
    while (this.#take(/^; */) !== undefined) {
      const key = this.#key();
      if (found.has(key)) throw new FieldMalformed(`the parameter ${key} stands there twice`);
      found.set(key, this.#take(/^=/) === undefined ? true : this.#bare());
    }
    return [...found];
  }

  bytes(): Buffer {
    const text = this.#must(/^:([A-Za-z0-9+/]*={0,2}):/, 'bytes between colons');
    return Buffer.from(text.slice(1, -1), 'base64');
  }

  #bare(): Bare {
    const number = this.#take(/^-?\d{1,15}(?![\d.])/);
    if (number !== undefined) return Number(number);
    const token = this.#take(/^[A-Za-z*][\w!#$%&'*+\-.^`|~:/]*/);
    return token === undefined ? this.#string() : new Token(token);
  }

  #string(): string {
    const text = this.#must(/^"(?:[ !#-[\]-~]|\\["\\])*"/, 'a text in quotes');
    return text.slice(1, -1).replace(/\\(.)/g, '$1');
  }

  #key(): string {
    return this.#must(/^[a-z*][a-z0-9_\-.*]*/, 'a name in small letters');
  }

  #must(pattern: RegExp, what: string): string {
    const found = this.#take(pattern);
    if (found === undefined) throw new FieldMalformed(`${what} is expected before “${this.#rest.slice(0, 40)}”`);
    return found;
  }

  #take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.#rest)?.[0];
    if (found !== undefined) this.#rest = this.#rest.slice(found.length);
    return found;
  }
}
