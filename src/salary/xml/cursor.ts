import { characters, isAllowed, isBlankCode, isNameCode } from './characters.js';
import { Fault, unfinished, type FaultKind } from './fault.js';

/** Bytes of whole characters of UTF-8, and the same bytes as a string in which each is one character. */
export interface Window {
  readonly bytes: Uint8Array;
  readonly latin1: string;
}

const carriageReturn = 0x0d;

/**
 * Puts pieces together, with line ends as XML has them (2.11). A carriage return at their end is given back as the
 * `rest`, unless these are the last.
 */
export function windowOf(pieces: readonly Uint8Array[], last: boolean): Window & { readonly rest: Uint8Array } {
  const whole = Buffer.concat(pieces);
  const length = !last && whole.at(-1) === carriageReturn ? whole.length - 1 : whole.length;
  const latin1 = whole.toString('latin1', 0, length);
  const rest = whole.subarray(length);
  if (!latin1.includes('\r')) return { bytes: whole.subarray(0, length), latin1, rest };
  const lines = latin1.replace(/\r\n?/g, '\n');
  return { bytes: Buffer.from(lines, 'latin1'), latin1: lines, rest };
}

/**
 * Reads one token with care, character by character.
 * Every method throws `unfinished` where the bytes end, and `Fault` at a character that no document may contain.
 */
export class Cursor {
  readonly #window: Window;
  at: number;

  constructor(window: Window, at: number) {
    this.#window = window;
    this.at = at;
  }

  get ended(): boolean {
    return this.at === this.#window.bytes.length;
  }

  /** The next character, as a number. */
  take(): number {
    const byte = this.#window.bytes[this.at];
    if (byte === undefined) throw unfinished;
    if (byte >= 0x80) return this.#takeWide(byte);
    this.at += 1;
    if (!isAllowed(byte)) this.fail();
    return byte;
  }

  /** The next character that is not white space. */
  takeAfterBlanks(): number {
    let code = this.take();
    while (isBlankCode(code)) code = this.take();
    return code;
  }

  /** The characters of a name, whatever the first is, and the character after it. */
  takeName(): { readonly name: string; readonly next: number } {
    const from = this.at;
    let until = from;
    let next = this.take();
    while (isNameCode(next)) {
      until = this.at;
      next = this.take();
    }
    return { name: this.textOf(from, until), next };
  }

  /** What comes before `mark`, which is passed, too. */
  takeUntil(mark: string): string {
    const from = this.at;
    const found = this.#window.latin1.indexOf(mark, from);
    this.#pass(found === -1 ? this.#window.bytes.length : found);
    if (found === -1) throw unfinished;
    this.at = found + mark.length;
    return this.textOf(from, found);
  }

  textOf(from: number, until: number): string {
    const text = this.#window.latin1.slice(from, until);
    return /[\x80-\xff]/.test(text) ? Buffer.from(text, 'latin1').toString() : text;
  }

  /** To be called after the character that is wrong. */
  fail(kind: FaultKind = 'syntax'): never {
    throw new Fault(kind, this.at);
  }

  #pass(until: number): void {
    while (this.at < until) this.take();
  }

  #takeWide(lead: number): number {
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let code = lead & (0x7f >> length);
    for (let index = 1; index < length; index += 1) {
      code = (code << 6) | ((this.#window.bytes[this.at + index] ?? 0) & 0x3f);
    }
    this.at += length;
    if (!isAllowed(code)) this.fail();
    return code;
  }
}

/** Takes the quoted text that begins here and gives its delimiter; anything else is a fault. */
export function takeQuote(cursor: Cursor): number {
  const quote = cursor.takeAfterBlanks();
  if (quote !== characters.quotation && quote !== characters.apostrophe) cursor.fail();
  return quote;
}
