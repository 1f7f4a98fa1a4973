import { characters, isBlankCode, isPlainNameCode, isPlainNameStart } from './characters.js';
import { takeQuote, type Cursor } from './cursor.js';

const { equals, greaterThan, question } = characters;

/** Reads a processing instruction whose `<?` was taken, or the declaration if this is the beginning of the document. */
export function readInstruction(cursor: Cursor, atBeginning: boolean): void {
  const from = cursor.at;
  let code = cursor.take();
  if (!isPlainNameStart(code)) cursor.fail();
  let until = cursor.at;
  for (code = cursor.take(); isPlainNameCode(code); code = cursor.take()) until = cursor.at;
  const target = cursor.textOf(from, until);
  if (code !== question && !isBlankCode(code)) cursor.fail();
  if (target === 'xml') {
    if (!atBeginning) cursor.fail();
    readDeclaration(cursor, code);
    return;
  }
  if (code !== question) cursor.takeUntil('?>');
  else if (cursor.take() !== greaterThan) cursor.fail();
  if (target.toLowerCase() === 'xml') cursor.fail();
}

/** What the pseudo-attributes may be, in their order; only the first is required. */
const pairs = [
  ['version', /^1\.[0-9]+$/],
  ['encoding', /^[A-Za-z][\w.-]*$/],
  ['standalone', /^(?:yes|no)$/],
] as const;

function readDeclaration(cursor: Cursor, next: number): void {
  let expected = 0;
  let code = next;
  while (code !== question) {
    if (!isBlankCode(code)) cursor.fail();
    code = cursor.takeAfterBlanks();
    if (code === question) break;
    expected = readPair(cursor, expected) + 1;
    code = cursor.take();
  }
  if (cursor.take() !== greaterThan || expected === 0) cursor.fail();
}

/** Says which pair it was; they come in their order, and the version is not left out. */
function readPair(cursor: Cursor, expected: number): number {
  const from = cursor.at - 1;
  let { next } = cursor.takeName();
  const name = cursor.textOf(from, cursor.at - 1);
  const found = pairs.findIndex(([one]) => one === name);
  if (found < expected || (expected === 0 && found > 0)) cursor.fail();
  if (isBlankCode(next)) next = cursor.takeAfterBlanks();
  if (next !== equals) cursor.fail();
  const quote = takeQuote(cursor);
  const start = cursor.at;
  for (next = cursor.take(); next !== quote; next = cursor.take()) if (next === question) cursor.fail();
  if (pairs[found]?.[1].test(cursor.textOf(start, cursor.at - 1)) !== true) cursor.fail();
  return found;
}
