import { printableLine } from '../render/printable.js';

const longest = 100;
/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/**
 * A name from the portal as a single, harmless file name on any system: no separators, no control or reordering
 * characters, nothing that Windows forbids, no dots at either end, not empty, not too long.
 */
export function safeFileName(name: string): string {
  const tame = printableLine(name.normalize('NFC'))
    .replace(/[\\/:*?"<>|\ufffd]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = Array.from(tame).slice(0, longest).join('').trim();
  return short === '' || devices.test(short) ? `_${short}` : short;
}
