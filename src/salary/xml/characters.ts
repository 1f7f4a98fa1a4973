/** Characters of XML 1.0 (fifth edition) by their numbers. */
export const characters = {
  tab: 0x09,
  newline: 0x0a,
  space: 0x20,
  bang: 0x21,
  quotation: 0x22,
  hash: 0x23,
  ampersand: 0x26,
  apostrophe: 0x27,
  slash: 0x2f,
  colon: 0x3a,
  semicolon: 0x3b,
  lessThan: 0x3c,
  equals: 0x3d,
  greaterThan: 0x3e,
  question: 0x3f,
  bracket: 0x5d,
} as const;

const { tab, newline, space, colon } = characters;

/** White space; a carriage return is none, for line ends are made newlines before anything is read. */
export const isBlankCode = (code: number): boolean => code === space || code === newline || code === tab;

/** `Char` (2.2), of all that UTF-8 can write. */
export const isAllowed = (code: number): boolean =>
  code >= space ? code !== 0xfffe && code !== 0xffff : code === newline || code === tab || code === 0x0d;

/** `NameStartChar` and the rest of `NameChar` (2.3) beyond ASCII, as first and last of each range. */
const startRanges = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
] as const;
const furtherRanges = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
] as const;

type Ranges = readonly (readonly [first: number, last: number])[];

const within = (code: number, ranges: Ranges): boolean => ranges.some(([first, last]) => code >= first && code <= last);

const asciiOf = (pattern: RegExp): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));

const asciiStart = asciiOf(/[:A-Z_a-z]/);
const asciiName = asciiOf(/[-.0-9:A-Z_a-z]/);

export const isNameStart = (code: number): boolean => (code < 128 ? asciiStart[code] === 1 : within(code, startRanges));

export const isNameCode = (code: number): boolean =>
  code < 128 ? asciiName[code] === 1 : within(code, startRanges) || within(code, furtherRanges);

/** `NCName` of Namespaces in XML 1.0: a name without a colon. */
export const isPlainNameStart = (code: number): boolean => code !== colon && isNameStart(code);

export const isPlainNameCode = (code: number): boolean => code !== colon && isNameCode(code);
