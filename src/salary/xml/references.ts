import { characters, isAllowed, isPlainNameCode, isPlainNameStart } from './characters.js';
import type { Cursor } from './cursor.js';

const { hash, semicolon } = characters;

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads a reference whose `&` was taken, and gives the text that it stands for. No others exist without a DTD. */
export function readReference(cursor: Cursor): string {
  const from = cursor.at;
  let code = cursor.take();
  if (code === hash) return readNumber(cursor);
  if (!isPlainNameStart(code)) cursor.fail('entity');
  while (isPlainNameCode(code)) code = cursor.take();
  if (code !== semicolon) cursor.fail('entity');
  const name = cursor.textOf(from, cursor.at - 1);
  return Object.hasOwn(predefined, name) ? (predefined[name] ?? '') : cursor.fail('entity');
}

const beyondUnicode = 0x110000;

function readNumber(cursor: Cursor): string {
  let code = cursor.take();
  const radix = code === 0x78 ? 16 : 10;
  if (radix === 16) code = cursor.take();
  let number = NaN;
  for (; code !== semicolon; code = cursor.take()) {
    const digit = digitOf(code);
    if (digit >= radix) cursor.fail();
    number = Math.min((number || 0) * radix + digit, beyondUnicode);
  }
  const surrogate = number >= 0xd800 && number <= 0xdfff;
  if (Number.isNaN(number) || number === beyondUnicode || surrogate || !isAllowed(number)) cursor.fail();
  return String.fromCodePoint(number);
}

/** The value of a digit, or more than any digit has. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : 99;
}
