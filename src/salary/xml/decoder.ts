import { isUtf8 } from 'node:buffer';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252' | 'ISO-8859-15';

interface Decoded {
  /** Whole characters of UTF-8, as far as the bytes could be read. */
  readonly utf8: Uint8Array;
  readonly damaged: boolean;
}

/** Turns the bytes of a file, piece by piece, into UTF-8; tells where a piece stops being text. */
export type Decode = (bytes: Uint8Array, last: boolean) => Decoded;

export function decoderFor(encoding: Encoding): Decode {
  if (encoding === 'UTF-8') return decoderOfUtf8();
  if (encoding === 'windows-1252') {
    return (bytes) => ({ utf8: Buffer.from(decodeWindows1252(bytes)), damaged: false });
  }
  if (encoding === 'ISO-8859-15') {
    const decoder = new TextDecoder(encoding);
    return (bytes) => ({ utf8: Buffer.from(decoder.decode(bytes)), damaged: false });
  }
  return decoderOfUtf16(encoding);
}

/** TextDecoder would do, but says nothing of the text before the damage. */
function decoderOfUtf16(encoding: 'UTF-16LE' | 'UTF-16BE'): Decode {
  /** Half a character. */
  let kept = Buffer.alloc(0);
  let begun = false;
  return (piece, last) => {
    const bytes = Buffer.concat([kept, piece]);
    const even = bytes.length - (bytes.length % 2);
    const units = bytes.subarray(0, even);
    let text = (encoding === 'UTF-16BE' ? Buffer.from(units).swap16() : units).toString('utf16le');
    if (!last && /[\ud800-\udbff]$/.test(text)) text = text.slice(0, -1);
    kept = bytes.subarray(2 * text.length);
    const whole = text.split(/\p{Surrogate}/u, 1).join();
    const damaged = whole.length < text.length || (last && kept.length > 0);
    const marked = !begun && whole.startsWith('\ufeff');
    begun ||= whole !== '';
    return { utf8: Buffer.from(marked ? whole.slice(1) : whole), damaged };
  };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const replacement = Buffer.from('\ufffd');

/** What is UTF-8 already is only looked at. */
function decoderOfUtf8(): Decode {
  /** The beginning of a character. */
  let kept = Buffer.alloc(0);
  let begun = false;
  return (piece, last) => {
    let bytes =
      kept.length > 0 ? Buffer.concat([kept, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const length = last ? bytes.length : wholeCharacters(bytes);
    kept = Buffer.from(bytes.subarray(length));
    bytes = bytes.subarray(0, length);
    if (!begun && bytes.length > 0) {
      begun = true;
      if (bytes.subarray(0, 3).equals(byteOrderMark)) bytes = bytes.subarray(3);
    }
    return isUtf8(bytes) ? { utf8: bytes, damaged: false } : { utf8: beforeDamage(bytes), damaged: true };
  };
}

/** How many of the bytes are not the beginning of a character that goes on in the next piece. */
export function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Damage is decoded to a character that may as well stand in the text. */
function beforeDamage(bytes: Buffer): Uint8Array {
  let length = 0;
  for (const text of bytes.toString().split('\ufffd')) {
    length += Buffer.byteLength(text);
    if (!bytes.subarray(length, length + replacement.length).equals(replacement)) break;
    length += replacement.length;
  }
  return bytes.subarray(0, length);
}

/** The bytes 0x80 to 0x9f, where Windows put characters and ISO 8859-1 has controls that no text contains. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// TextDecoder would do, but some versions of Node take `windows-1252` for plain ISO 8859-1, depending on `stream`.
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (control) => windowsOnly.charAt(control.charCodeAt(0) - 0x80));
}
