export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252' | 'ISO-8859-15';

interface Decoded {
  /** As far as the bytes could be read. */
  readonly text: string;
  readonly damaged: boolean;
}

/** Turns the bytes of a file, piece by piece, into text; tells where a piece stops being text. */
export type Decode = (bytes: Uint8Array, last: boolean) => Decoded;

export function decoderFor(encoding: Encoding): Decode {
  if (encoding === 'windows-1252') return (bytes) => ({ text: decodeWindows1252(bytes), damaged: false });
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, last) => {
    try {
      return { text: decoder.decode(bytes, { stream: !last }), damaged: false };
    } catch {
      return { text: textBeforeDamage(bytes, encoding), damaged: true };
    }
  };
}

/** The bytes 0x80 to 0x9f, where Windows put characters and ISO 8859-1 has controls that no text contains. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// TextDecoder would do, but some versions of Node take `windows-1252` for plain ISO 8859-1, depending on `stream`.
function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (control) => windowsOnly.charAt(control.charCodeAt(0) - 0x80));
}

function textBeforeDamage(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'UTF-8') return '';
  // The first bytes may be the rest of a character that began in the piece before; they say nothing about damage.
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  const text = new TextDecoder().decode(bytes.subarray(start));
  const damage = text.indexOf('\ufffd');
  return damage === -1 ? '' : text.slice(0, damage);
}
