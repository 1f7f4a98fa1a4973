import type { Encoding } from './decoder.js';

/** What the first bytes of a file say it is. */
export type Start =
  | { readonly kind: 'xml'; readonly encoding: Encoding }
  | { readonly kind: 'empty' | 'zip' | 'xls' | 'protected' | 'other' }
  | { readonly kind: 'unsupported'; readonly encoding: string }
  | { readonly kind: 'mismatch'; readonly declared: string; readonly actual: Encoding };

/** Enough for a byte order mark, an XML declaration and the magic number of any other kind of file. */
const startBytes = 1024;
/** Enough for the directory of most compound files. */
const compoundBytes = 64 * 1024;

/** How many bytes it takes to recognise a file that begins so; more of them change nothing. */
export const bytesToRecognise = (start: Uint8Array): number => (isCompound(start) ? compoundBytes : startBytes);

const byteOrderMarks: readonly (readonly [mark: string, encoding: Encoding])[] = [
  ['efbbbf', 'UTF-8'],
  ['fffe', 'UTF-16LE'],
  ['feff', 'UTF-16BE'],
];

/** In lower case, as the declaration may write them; ASCII is a part of UTF-8. */
const encodings: Readonly<Record<string, Encoding>> = {
  'utf-8': 'UTF-8',
  utf8: 'UTF-8',
  'us-ascii': 'UTF-8',
  ascii: 'UTF-8',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'ISO-8859-15',
};

/** Recognises a file by its first bytes: XML and its encoding, or something that was taken by mistake. */
export function recognise(start: Uint8Array): Start {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, startBytes));
  const hex = bytes.toString('hex', 0, 4);
  if (hex === '504b0304' || hex === '504b0506') return { kind: 'zip' };
  if (isCompound(start)) return { kind: isEncryptedPackage(start) ? 'protected' : 'xls' };
  if (hex === 'fffe0000' || hex === '0000feff') return { kind: 'unsupported', encoding: 'UTF-32' };
  const marked = byteOrderMarks.find(([mark]) => hex.startsWith(mark))?.[1];
  if (marked === undefined && /^(?:3c00|003c)/.test(hex)) return { kind: 'unsupported', encoding: 'UTF-16' };
  const text = asciiOf(bytes, marked);
  if (text.trim() === '') return { kind: bytes.length < startBytes ? 'empty' : 'other' };
  if (!text.trimStart().startsWith('<')) return { kind: 'other' };
  return agreed(marked, /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/.exec(text)?.[1]);
}

const isCompound = (start: Uint8Array): boolean =>
  Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('hex', 0, 4) === 'd0cf11e0';

/**
 * Old workbooks and encrypted ones are compound files both (MS-CFB); of the latter one stream has this name
 * (MS-OFFCRYPTO 2.3). Where the directory comes later than these bytes, nobody can say which it is.
 */
function isEncryptedPackage(start: Uint8Array): boolean {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, compoundBytes));
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** What mark and declaration say together. A file that contradicts itself is refused, as other readers refuse it. */
function agreed(marked: Encoding | undefined, declared: string | undefined): Start {
  if (declared === undefined) return { kind: 'xml', encoding: marked ?? 'UTF-8' };
  const name = declared.toLowerCase();
  const wide = name === 'utf-16' || name === marked?.toLowerCase();
  if (marked?.startsWith('UTF-16') === true) {
    return wide ? { kind: 'xml', encoding: marked } : { kind: 'mismatch', declared, actual: marked };
  }
  if (name.startsWith('utf-16')) return { kind: 'mismatch', declared, actual: 'UTF-8' };
  const encoding = encodings[name];
  if (encoding === undefined) return { kind: 'unsupported', encoding: declared };
  if (marked !== undefined && encoding !== marked) return { kind: 'mismatch', declared, actual: marked };
  return { kind: 'xml', encoding };
}

function asciiOf(bytes: Buffer, marked: Encoding | undefined): string {
  if (marked === undefined) return bytes.toString('latin1');
  if (marked === 'UTF-8') return bytes.toString('latin1', 3);
  return new TextDecoder(marked).decode(bytes);
}
