import { printableLine } from '../render/printable.js';

const longest = 100;
/** With a date, an id and an ending this stays below the 255 bytes of most file systems. */
const mostBytes = 200;
/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\s*\..*)?$/i;

/**
 * A name from the portal as a single, harmless file name on any system: no separators, no control or reordering
 * characters, nothing that Windows forbids, no dots at either end, not empty, not too long.
 */
export function safeFileName(name: string): string {
  const tame = printableLine(name.normalize('NFC'))
    .replace(/[\\/:*?"<>|\ufffd]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = cut(tame).replace(/[.\s]+$/, '');
  return short === '' || devices.test(short) ? `_${short}` : short;
}

/** The beginning that is not too long, in whole characters. */
function cut(text: string): string {
  const characters = Array.from(text).slice(0, longest);
  while (Buffer.byteLength(characters.join('')) > mostBytes) characters.pop();
  return characters.join('');
}
