import { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';
import type { Clock } from './ports.js';

/** A seed and how codes are made of it; what an `otpauth:` address leaves out is what all apps assume. */
export interface TotpSeed {
  /** Base32 (RFC 4648), capitals, without padding. */
  readonly secret: Secret;
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  readonly digits: 6 | 7 | 8;
  /** Seconds that a code holds. */
  readonly period: number;
}

/**
 * Reads a seed as people have it: base32 (spaces, hyphens and lower case are tolerated), or the whole `otpauth://totp/…`
 * address of a QR code, whose algorithm, digits and period are obeyed.
 * @throws ConnectError `totp-secret-malformed`
 */
export function readSeed(text: Secret): TotpSeed {
  const given = text.reveal().trim();
  const said = /^otpauth:/i.test(given) ? parametersOf(given) : { secret: given };
  const algorithm = (said.algorithm ?? 'sha1').toLowerCase().replace('-', '');
  const [digits, period] = [Number(said.digits ?? 6), Number(said.period ?? 30)];
  const secret = said.secret.replace(/[\s=-]/g, '').toUpperCase();
  // RFC 4226 asks for 128 bits at least; portals hand out 80, and refusing those would help nobody.
  const fits = /^[A-Z2-7]{16,200}$/.test(secret) && Number.isInteger(period) && period >= 1 && period <= 3600;
  if (!fits || !isAlgorithm(algorithm) || !isDigits(digits)) throw new ConnectError('totp-secret-malformed');
  return { secret: new Secret(secret), algorithm, digits, period };
}

/**
 * The address without what all apps assume anyway: a QR code of it is several lines smaller, which decides whether it
 * and the question below fit on a screen of 24 lines.
 */
export function shortAddress(otpauthUri: string): string {
  return otpauthUri.replace(/&(?:algorithm=SHA1|digits=6|period=30)(?=&|$)/g, '');
}

/** The time step that a moment belongs to (RFC 6238, section 4.2). */
export function stepAt({ period }: TotpSeed, time: Date): number {
  return Math.floor(time.getTime() / 1000 / period);
}

/** The moment at which a step begins. */
export function startOf({ period }: TotpSeed, step: number): Date {
  return new Date(step * period * 1000);
}

/** The code of one time step (RFC 6238). */
export async function codeOfStep(seed: TotpSeed, step: number): Promise<Secret> {
  const { createGuardrails, generate } = await import('otplib');
  const { algorithm, digits, period } = seed;
  const guardrails = createGuardrails({ MIN_SECRET_BYTES: 10, MAX_SECRET_BYTES: 125 });
  const secret = seed.secret.reveal();
  return new Secret(await generate({ secret, algorithm, digits, period, epoch: step * period, guardrails }));
}

/**
 * The current code of a seed.
 * @throws ConnectError `totp-secret-malformed`
 */
export async function totpCode(text: Secret, clock: Pick<Clock, 'now'>): Promise<Secret> {
  const seed = readSeed(text);
  return codeOfStep(seed, stepAt(seed, clock.now()));
}

interface Said {
  readonly secret: string;
  readonly algorithm?: string | undefined;
  readonly digits?: string | undefined;
  readonly period?: string | undefined;
}

/** https://github.com/google/google-authenticator/wiki/Key-Uri-Format; codes by counter (`hotp`) are not meant. */
function parametersOf(address: string): Said {
  // The error of `new URL` would carry the address, and with it the secret.
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.host.toLowerCase() !== 'totp') return { secret: '' };
  const value = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  return {
    secret: value('secret') ?? '',
    algorithm: value('algorithm'),
    digits: value('digits'),
    period: value('period'),
  };
}

const isAlgorithm = (name: string): name is TotpSeed['algorithm'] => ['sha1', 'sha256', 'sha512'].includes(name);
const isDigits = (count: number): count is TotpSeed['digits'] => [6, 7, 8].includes(count);
