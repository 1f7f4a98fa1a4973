import { limits } from '../limits.js';
import { characters, isBlankCode, isNameStart } from './characters.js';
import { Cursor } from './cursor.js';
import { Fault, unfinished } from './fault.js';
import { readInstruction } from './instructions.js';
import { isBlank } from './lexical.js';
import { Scope } from './namespaces.js';
import { byteKinds, hashOfTag, indents, isRepeatable, kinds, matches, repeatedTags } from './repetition.js';
import { readAttributes, type StartTag } from './start-tag.js';
import { readMarkup, readText } from './text.js';
import type { Position, XmlVisitor } from './visitor.js';
import { Unread, type Window } from './window.js';

const { bang, greaterThan, lessThan, newline, question, slash, space, tab } = characters;
const { plain, special } = byteKinds;

const nothing = new Uint8Array();

/**
 * Reads the part of XML 1.0 that has no DTD, with Namespaces in XML 1.0, from UTF-8. What documents mostly consist of —
 * plain text, start tags that were met before, the end tags that are expected — is read in one pass over the bytes;
 * everything else is read with care by a `Cursor`. Whatever is wrong is thrown as a `Fault`.
 */
export class XmlScanner {
  readonly #visitor: XmlVisitor;
  readonly #open: StartTag[] = [];
  /** The last start tag. */
  #last: StartTag | undefined;
  readonly #outermost = new Scope();
  #scope = this.#outermost;
  readonly #ends = new Map<string, Uint8Array>();
  readonly #unread = new Unread();
  #window: Window = this.#unread.take(true);
  #at = 0;
  /** Of `#at`; the column is the distance from `#lineStart`, which counts a character as one byte. */
  #line = 1;
  #lineStart = 0;
  #begun = false;
  #rooted = false;

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor;
  }

  /** Takes the next bytes, which end with a whole character. */
  write(bytes: Uint8Array): void {
    if (this.#unread.add(bytes)) this.#read(false);
  }

  /** Reads all that can be read of what was taken. */
  flush(): void {
    this.#read(false);
  }

  end(): void {
    this.#read(true);
    if (!this.#rooted || this.#open.length > 0) throw new Fault('end', this.#window.bytes.length);
  }

  /** Whether the root has begun. */
  get rooted(): boolean {
    return this.#rooted;
  }

  /** Where a byte of the window is that comes after all that was read; by default, the one after the last. */
  placeOf(index = this.#window.bytes.length): Position {
    const { bytes } = this.#window;
    let line = this.#line;
    let lineStart = this.#lineStart;
    for (let at = this.#at; at < index; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === newline) {
        line += 1;
        lineStart = at + 1;
      } else if (kinds[byte] === byteKinds.continuation) lineStart += 1;
    }
    return { line, column: index - lineStart + 1 };
  }

  #read(last: boolean): void {
    this.#lineStart -= this.#at;
    this.#at = 0;
    this.#window = this.#unread.take(last);
    const { bytes } = this.#window;
    while (this.#at < bytes.length) if (!this.#token() && !this.#tokenWithCare(last)) break;
    this.#unread.keep(bytes.subarray(this.#at));
  }

  /** Reads what is common; `false` if it is something else, which is not touched then. */
  #token(): boolean {
    if (this.#open.length === 0) return false;
    const { bytes } = this.#window;
    const byte = bytes[this.#at];
    if (byte === newline && this.#indent(bytes)) return true;
    if (byte !== lessThan) return this.#plainText(bytes);
    return bytes[this.#at + 1] === slash ? this.#expectedEnd(bytes) : this.#repeatedStart(bytes);
  }

  /** A new line and spaces up to the next tag, of which there are as many as tags: no string is made of them. */
  #indent(bytes: Uint8Array): boolean {
    const from = this.#at + 1;
    let at = from;
    while (bytes[at] === space) at += 1;
    const text = indents[at - from];
    if (bytes[at] !== lessThan || text === undefined) return false;
    this.#at = at;
    this.#line += 1;
    this.#lineStart = from;
    this.#visitor.text(text, true);
    return true;
  }

  #plainText(bytes: Uint8Array): boolean {
    const from = this.#at;
    let at = from;
    let line = this.#line;
    let lineStart = this.#lineStart;
    let byte = bytes[at];
    for (; byte === space || byte === newline || byte === tab; byte = bytes[++at]) {
      if (byte === newline) {
        line += 1;
        lineStart = at + 1;
      }
    }
    const blank = byte === lessThan;
    let wide = false;
    if (!blank) {
      for (; ; at += 1) {
        const kind = kinds[bytes[at] ?? 0];
        if (kind === plain) continue;
        if (kind === special) break;
        if (kind === byteKinds.newline) {
          line += 1;
          lineStart = at + 1;
        } else {
          lineStart += 1;
          wide = true;
        }
      }
    }
    if (bytes[at] !== lessThan || at - from > limits.text) return false;
    this.#at = at;
    this.#line = line;
    this.#lineStart = lineStart;
    const text = this.#window.latin1.slice(from, at);
    this.#visitor.text(wide ? Buffer.from(text, 'latin1').toString() : text, blank);
    return true;
  }

  #expectedEnd(bytes: Uint8Array): boolean {
    const end = this.#open[this.#open.length - 1]?.end;
    if (end === undefined || !matches(bytes, this.#at + 2, end)) return false;
    this.#at += end.length + 2;
    this.#close();
    return true;
  }

  #repeatedStart(bytes: Uint8Array): boolean {
    const from = this.#at + 1;
    const found = this.#known(bytes, from);
    if (found === undefined || this.#open.length >= limits.depth) return false;
    if (this.#last !== undefined) this.#last.next = found;
    const place = this.#here();
    this.#at = from + found.bytes.length;
    this.#start(found, place);
    return true;
  }

  #known(bytes: Uint8Array, from: number): StartTag | undefined {
    const next = this.#last?.next;
    if (next?.scope === this.#scope && matches(bytes, from, next.bytes)) return next;
    const found = this.#scope.known.get(hashOfTag(bytes, from));
    return found !== undefined && matches(bytes, from, found.bytes) ? found : undefined;
  }

  /** `false` if there is too little of it yet. */
  #tokenWithCare(last: boolean): boolean {
    const cursor = new Cursor(this.#window, this.#at);
    const { length } = this.#window.bytes;
    try {
      this.#readToken(cursor, last);
    } catch (error) {
      // Whatever may be wrong beyond the limit.
      if (error instanceof Fault) this.#limit(error.at);
      if (error !== unfinished) throw error;
      this.#limit(length);
      if (last) throw new Fault('end', length);
      return false;
    }
    this.#begun = true;
    return true;
  }

  #readToken(cursor: Cursor, last: boolean): void {
    const inside = this.#open.length > 0;
    if (this.#window.bytes[this.#at] !== lessThan) {
      const text = readText(cursor, inside, last);
      this.#pass(cursor.at);
      if (inside) this.#visitor.text(text, isBlank(text));
      return;
    }
    cursor.take();
    const next = cursor.take();
    if (next === slash) this.#readEnd(cursor);
    else if (next === bang) {
      const text = readMarkup(cursor, inside);
      this.#pass(cursor.at);
      if (text !== undefined) this.#visitor.text(text, isBlank(text));
    } else if (next === question) {
      readInstruction(cursor, !this.#begun);
      this.#pass(cursor.at);
    } else if (isNameStart(next)) this.#readStart(cursor);
    else cursor.fail();
  }

  #readStart(cursor: Cursor): void {
    const from = this.#at + 1;
    cursor.at = from;
    const { name, next } = cursor.takeName();
    const nameEnd = cursor.at - 1;
    if (this.#open.length >= limits.depth) cursor.fail('depth');
    if (name.length > limits.name) cursor.fail('name');
    if (this.#rooted && this.#open.length === 0) cursor.fail();
    const { tag, empty, scope } = readAttributes(cursor, name, next, this.#scope);
    const { bytes, latin1 } = this.#window;
    const raw = latin1.slice(from, cursor.at);
    const { known } = this.#scope;
    const repeatable = scope === this.#scope && known.size < repeatedTags && isRepeatable(raw);
    const start: StartTag = {
      tag,
      empty,
      scope,
      end: this.#endOf(latin1.slice(from, nameEnd)),
      bytes: repeatable ? Buffer.from(raw, 'latin1') : nothing,
      next: undefined,
    };
    if (repeatable) known.set(hashOfTag(bytes, from), start);
    const place = this.#here();
    this.#pass(cursor.at);
    this.#rooted = true;
    this.#start(start, place);
  }

  /** Names repeat, however different the attributes are. */
  #endOf(name: string): Uint8Array {
    const known = this.#ends.get(name);
    if (known !== undefined) return known;
    const bytes = Buffer.from(`${name}>`, 'latin1');
    if (this.#ends.size < repeatedTags) this.#ends.set(name, bytes);
    return bytes;
  }

  #readEnd(cursor: Cursor): void {
    const { name, next } = cursor.takeName();
    const code = isBlankCode(next) ? cursor.takeAfterBlanks() : next;
    if (code !== greaterThan || name === '') cursor.fail();
    this.#pass(cursor.at);
    const end = this.#open.at(-1)?.end;
    if (end === undefined) cursor.fail('tags');
    this.#close();
    if (Buffer.from(end).toString() !== `${name}>`) cursor.fail('tags');
  }

  #start(start: StartTag, place: Position): void {
    this.#last = start;
    this.#visitor.open(start.tag, place);
    if (start.empty) this.#visitor.close();
    else {
      this.#open.push(start);
      this.#scope = start.scope;
    }
  }

  #close(): void {
    const open = this.#open;
    open.pop();
    this.#scope = open[open.length - 1]?.scope ?? this.#outermost;
    this.#visitor.close();
  }

  #here(): Position {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  /** Goes on after a token; one that is longer than any may be is a fault. */
  #pass(until: number): void {
    this.#limit(until);
    const { line, column } = this.placeOf(until);
    this.#at = until;
    this.#line = line;
    this.#lineStart = until - column + 1;
  }

  #limit(until: number): void {
    if (until - this.#at <= limits.text) return;
    const characters = Buffer.from(this.#window.bytes.subarray(this.#at, until)).toString().length;
    if (characters > limits.text) throw new Fault('text', until);
  }
}
