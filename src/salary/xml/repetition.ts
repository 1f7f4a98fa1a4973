/** What a byte means in plain text. `special` ends it: markup, references, and what has to be looked at with care. */
export const byteKinds = { special: 0, plain: 1, newline: 2, continuation: 3 } as const;

const { special, plain, newline, continuation } = byteKinds;

function kindOf(byte: number): number {
  const character = String.fromCharCode(byte);
  if (character === '\n') return newline;
  // Two characters that begin with 0xef are not allowed. A bracket may begin `]]>`.
  if ((byte < 0x20 && character !== '\t') || /[<&\]\xef]/.test(character)) return special;
  return byte >= 0x80 && byte < 0xc0 ? continuation : plain;
}

export const kinds = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

/** Whether these bytes stand there. */
export function matches(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let index = expected.length - 1; index >= 0; index -= 1) {
    if (bytes[at + index] !== expected[index]) return false;
  }
  return true;
}

/** The longest tag that is remembered. */
export const repeatedBytes = 200;

/** How many tags are remembered in one scope. */
export const repeatedTags = 500;

/** Of the bytes up to the first `>`; 0 if there is none in reach. */
export function hashOfTag(bytes: Uint8Array, from: number): number {
  const until = Math.min(bytes.length, from + repeatedBytes);
  let hash = 1;
  for (let at = from; at < until; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3e) return hash;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  return 0;
}

/** Whether a tag, from after its `<` to its `>`, means the same wherever it stands and takes one line of ASCII. */
export const isRepeatable = (tag: string): boolean => tag.length <= repeatedBytes && /^[ -=?-~]*>$/.test(tag);

/** A new line and so many spaces. */
export const indents: readonly string[] = Array.from({ length: 100 }, (_, spaces) => `\n${' '.repeat(spaces)}`);
