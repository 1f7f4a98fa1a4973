import { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';
import type { Clock } from './ports.js';

/**
 * The current code of a time-based one-time password (RFC 6238, SHA-1, 30 s, 6 digits).
 * @param seed base32; spaces and lower case are tolerated, as people type it
 * @throws ConnectError `totp-secret-malformed`
 */
export async function totpCode(seed: Secret, clock: Pick<Clock, 'now'>): Promise<Secret> {
  const { createGuardrails, generate } = await import('otplib');
  const secret = seed
    .reveal()
    .replace(/[\s=-]/g, '')
    .toUpperCase();
  // RFC 4226 asks for 128 bits at least; portals hand out 80, and refusing those would help nobody.
  if (!/^[A-Z2-7]{16,}$/.test(secret)) throw new ConnectError('totp-secret-malformed');
  const epoch = Math.floor(clock.now().getTime() / 1000);
  return new Secret(await generate({ secret, epoch, guardrails: createGuardrails({ MIN_SECRET_BYTES: 10 }) }));
}
