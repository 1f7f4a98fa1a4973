import { createHmac } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepSeconds = 30;

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
}

/** The time step that a moment belongs to (RFC 6238, section 4.2). */
export function stepAt(time: number): number {
  return Math.floor(time / 1000 / stepSeconds);
}

/** RFC 6238 with the parameters that authenticator apps assume: SHA-1, 30 seconds, six digits. */
export function totp(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The step whose code this is, if it is one of now, just before and just after. */
export function matchingStep(secret: string, code: string, time: number): number | undefined {
  const now = stepAt(time);
  return [now, now - 1, now + 1].find((step) => totp(secret, step) === code);
}

/** What an authenticator app reads from the QR code. */
export function otpauthUri(secret: string, fund: string, userName: string): string {
  const issuer = encodeURIComponent(`connect ak${fund}`);
  return `otpauth://totp/${issuer}:${encodeURIComponent(userName)}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`;
}
