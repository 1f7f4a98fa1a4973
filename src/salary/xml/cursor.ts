import { characters, isAllowed, isBlankCode, isNameCode } from './characters.js';
import { Fault, unfinished, type FaultKind } from './fault.js';
import type { Window } from './window.js';

/**
 * Reads one token with care, character by character.
 * Every method throws `unfinished` where the bytes end, and `Fault` at a character that no document may contain.
 */
export class Cursor {
  readonly #window: Window;
  /** Where the last character ended that is more than one byte. */
  #wideUntil = 0;
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
    if (byte < characters.space && !isAllowed(byte)) this.fail();
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

  /** The text of bytes that were taken. */
  textOf(from: number, until: number): string {
    const text = this.#window.latin1.slice(from, until);
    return this.#wideUntil > from ? Buffer.from(text, 'latin1').toString() : text;
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
    this.#wideUntil = this.at;
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
