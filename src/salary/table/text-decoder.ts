import { isUtf8 } from 'node:buffer';
import { decodeWindows1252, wholeCharacters } from '../xml/decoder.js';
import { markedEncoding } from './text.js';

/** Gives the text of the next bytes; `undefined` as soon as they are no text, or not all in one encoding. */
export type DecodeText = (bytes: Uint8Array, last: boolean) => string | undefined;

/**
 * The text of a CSV file, as its bytes come: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252. The
 * first character beyond ASCII decides, and no other may say otherwise: whoever wrote a proper character of UTF-8 somewhere
 * did not mean Windows-1252 elsewhere.
 * @param start the first bytes, two at least if there are so many
 */
export function textDecoder(start: Uint8Array): DecodeText {
  const marked = markedEncoding(start);
  const decode = marked === undefined ? withoutMark() : strict(marked);
  return (bytes, last) => {
    const text = decode(bytes, last);
    // eslint-disable-next-line no-control-regex -- no text has them
    return text === undefined || /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/.test(text)
      ? undefined
      : text;
  };
}

function strict(encoding: string): DecodeText {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, last) => {
    try {
      return decoder.decode(bytes, { stream: !last });
    } catch {
      return undefined;
    }
  };
}

function withoutMark(): DecodeText {
  const utf8 = new TextDecoder('utf-8');
  let known: 'utf-8' | 'windows-1252' | undefined;
  /** The beginning of a character that may go on in the next piece; of Windows-1252, what was seen last. */
  let kept = Buffer.alloc(0);
  return (piece, last) => {
    const all = Buffer.concat([kept, piece]);
    if (known === 'windows-1252') {
      kept = Buffer.from(all.subarray(Math.max(0, all.length - 3)));
      return hasUtf8(all) ? undefined : decodeWindows1252(piece);
    }
    const length = last ? all.length : wholeCharacters(all);
    kept = Buffer.from(all.subarray(length));
    const bytes = all.subarray(0, length);
    if (isUtf8(bytes)) {
      if (bytes.some((byte) => byte > 0x7f)) known = 'utf-8';
      return utf8.decode(bytes, { stream: true });
    }
    if (known === 'utf-8' || hasUtf8(bytes)) return undefined;
    known = 'windows-1252';
    kept = Buffer.from(all.subarray(Math.max(0, all.length - 3)));
    return decodeWindows1252(all);
  };
}

const replacement = Buffer.from('\ufffd');

/** Whether a proper character of UTF-8 beyond ASCII is among these bytes, be it a mark, or the one that stands for damage. */
const hasUtf8 = (bytes: Buffer): boolean => bytes.includes(replacement) || /[^\p{ASCII}\ufffd]/u.test(bytes.toString());
