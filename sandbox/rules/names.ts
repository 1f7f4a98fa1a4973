import type { Random } from '../machine.js';

// 32 letters each, so that five bits pick one and none is likelier than another; look-alikes are left out.
const lower = 'abcdefghijkmnpqrstuvwxyz23456789';
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function pick(random: Random, letters: string, count: number): string {
  return Array.from(random.bytes(count), (byte) => letters.charAt(byte & 31)).join('');
}

/** An opaque identifier, for example `usr_k3n9x2p7qa4b`. */
export function newId(random: Random, kind: string): string {
  return `${kind}_${pick(random, lower, 12)}`;
}

/** Twelve capitals and digits, as the funds' letters show them. */
export function newAccessCode(random: Random): string {
  return pick(random, upper, 12);
}

/** For example `7F3K-9QXM`. */
export function newActivationCode(random: Random): string {
  return `${pick(random, upper, 4)}-${pick(random, upper, 4)}`;
}

/** Six digits, each equally likely. */
export function newSmsCode(random: Random): string {
  const range = 4_294_000_000;
  for (;;) {
    const number = random.bytes(4).readUInt32BE();
    // The numbers above the last full million would make some codes likelier than others.
    if (number < range) return String(number % 1_000_000).padStart(6, '0');
  }
}

/** For comparing and searching names as people do: without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Only the last two digits can be read. */
export function maskNumber(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 5)} *** ** ${number.slice(-2)}`;
}
