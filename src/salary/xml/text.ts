import { characters, isBlankCode } from './characters.js';
import type { Cursor } from './cursor.js';
import { readReference } from './references.js';

const { ampersand, bracket, greaterThan, lessThan } = characters;

/** Reads text up to the next `<`; up to the end of the bytes if nothing has to come any more. */
export function readText(cursor: Cursor, inside: boolean, last: boolean): string {
  let text = '';
  let from = cursor.at;
  let brackets = 0;
  while (inside || !last || !cursor.ended) {
    const before = cursor.at;
    const code = cursor.take();
    if (code === lessThan) {
      cursor.at = before;
      break;
    }
    if (!inside && !isBlankCode(code)) cursor.fail();
    if (code === greaterThan && brackets >= 2) cursor.fail();
    brackets = code === bracket ? brackets + 1 : 0;
    if (code !== ampersand) continue;
    text += cursor.textOf(from, before) + readReference(cursor);
    from = cursor.at;
  }
  return text + cursor.textOf(from, cursor.at);
}

const beginnings = ['--', '[CDATA[', 'DOCTYPE'];

/** Reads what begins with `<!`, which was taken: the text of a CDATA section, or nothing. */
export function readMarkup(cursor: Cursor, inside: boolean): string | undefined {
  const from = cursor.at;
  let found: string | undefined;
  while (found === undefined) {
    cursor.take();
    const taken = cursor.textOf(from, cursor.at);
    if (!beginnings.some((beginning) => beginning.startsWith(taken))) cursor.fail();
    found = beginnings.find((beginning) => beginning === taken);
  }
  if (found === 'DOCTYPE') cursor.fail('doctype');
  if (found === '--') {
    cursor.takeUntil('--');
    if (cursor.take() !== greaterThan) cursor.fail();
    return undefined;
  }
  if (!inside) cursor.fail();
  return cursor.takeUntil(']]>');
}
