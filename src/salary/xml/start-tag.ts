import { limits } from '../limits.js';
import { characters, isBlankCode, isNameStart } from './characters.js';
import { takeQuote, type Cursor } from './cursor.js';
import { checkDeclaration, declarationNamespace, declaredPrefix, qualified, Scope } from './namespaces.js';
import { readReference } from './references.js';
import { recall } from './vocabulary.js';
import { noAttributes, type Attribute, type Attributes, type Tag } from './visitor.js';

const { ampersand, equals, greaterThan, lessThan, slash, space } = characters;

/** A start tag and what follows from it. */
export interface StartTag {
  readonly tag: Tag;
  /** `/>` was its end. */
  readonly empty: boolean;
  /** What comes after `</` where the element ends, unless there is white space. */
  readonly end: Uint8Array;
  /** Holds within the element. */
  readonly scope: Scope;
  /** What comes after `<`, if the same bytes always mean the same tag. */
  readonly bytes: Uint8Array;
  /** Which one came next the last time: it often does again. */
  next: StartTag | undefined;
}

interface Found {
  readonly name: string;
  readonly value: string;
  readonly prefix: string;
  readonly local: string;
}

/** Reads the attributes after a name and the end of the tag, and finds out what the names mean. */
export function readAttributes(
  cursor: Cursor,
  name: string,
  next: number,
  outer: Scope,
): Pick<StartTag, 'tag' | 'empty' | 'scope'> {
  const found: Found[] = [];
  let declared: Map<string, string> | undefined;
  let code = next;
  for (;;) {
    if (isBlankCode(code)) code = cursor.takeAfterBlanks();
    else if (code !== greaterThan && code !== slash) cursor.fail();
    if (code === greaterThan) break;
    if (code === slash) {
      if (cursor.take() !== greaterThan) cursor.fail();
      break;
    }
    const attribute = readAttribute(cursor, code);
    found.push(attribute);
    if (found.length > limits.attributes) cursor.fail('attributes');
    if (attribute.name.length > limits.name) cursor.fail('name');
    const prefix = declaredPrefix(attribute);
    if (prefix !== undefined) {
      checkDeclaration(prefix, attribute.value, cursor);
      (declared ??= new Map()).set(prefix, attribute.value);
    }
    code = cursor.take();
  }
  const scope = declared === undefined ? outer : new Scope(outer, declared);
  return { tag: resolved(cursor, name, found, scope), empty: code === slash, scope };
}

function readAttribute(cursor: Cursor, first: number): Found {
  if (!isNameStart(first)) cursor.fail();
  // The first character was taken already; it may be several bytes.
  cursor.at -= first < 0x80 ? 1 : Buffer.byteLength(String.fromCodePoint(first));
  const { name, next } = cursor.takeName();
  const code = isBlankCode(next) ? cursor.takeAfterBlanks() : next;
  if (code !== equals) cursor.fail();
  const value = readValue(cursor, takeQuote(cursor));
  const { prefix, local } = qualified(name) ?? cursor.fail();
  return { name, value, prefix, local };
}

function readValue(cursor: Cursor, quote: number): string {
  let value = '';
  let from = cursor.at;
  for (;;) {
    const before = cursor.at;
    const code = cursor.take();
    if (code === quote) return from === before ? value : value + cursor.textOf(from, before);
    if (code === lessThan) cursor.fail();
    if (code !== ampersand && (code >= space || !isBlankCode(code))) continue;
    value += cursor.textOf(from, before);
    value += code === ampersand ? readReference(cursor) : ' ';
    from = cursor.at;
  }
}

function resolved(cursor: Cursor, name: string, found: readonly Found[], scope: Scope): Tag {
  const { prefix, local } = qualified(name) ?? cursor.fail();
  if (prefix === 'xmlns') cursor.fail();
  const namespace = scope.resolve(prefix) ?? '';
  if (prefix !== '' && namespace === '') cursor.fail('namespace');
  return {
    name: recall(local),
    namespace: recall(namespace),
    attributes: found.length === 0 ? noAttributes : attributesOf(cursor, found, scope),
  };
}

function attributesOf(cursor: Cursor, found: readonly Found[], scope: Scope): Attributes {
  const attributes = Object.create(null) as Record<string, Attribute>;
  const seen: Attribute[] = [];
  for (const { name, value, prefix, local } of found) {
    const uri =
      declaredPrefix({ prefix, local }) === undefined
        ? prefix === ''
          ? ''
          : (scope.resolve(prefix) ?? cursor.fail('namespace'))
        : declarationNamespace;
    const attribute = { value, local, uri };
    for (const other of seen) if (other.local === local && other.uri === uri) cursor.fail();
    seen.push(attribute);
    attributes[name] = attribute;
  }
  return attributes;
}
