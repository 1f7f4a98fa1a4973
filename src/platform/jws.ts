import { createPublicKey } from 'node:crypto';
import type { JsonWebKey as JsonWebKeyOfNode } from 'node:crypto';
import type { importJWK, JWK } from 'jose';

/** The one algorithm that funds sign with: Ed25519 (RFC 8037). Whatever else a signature asks for is refused. */
const algorithm = 'EdDSA';

/** Why a signature proves nothing. */
export type JwsFault = 'malformed' | 'algorithm' | 'key-unknown' | 'signature';

export type VerifiedJws<Key> = { readonly payload: string; readonly key: Key } | { readonly fault: JwsFault };

/** Verifies a JWS in compact form (RFC 7515) with the key that it names among those given. */
export async function verifyJws<Key extends JWK>(jws: string, keys: readonly Key[]): Promise<VerifiedJws<Key>> {
  const { compactVerify, decodeProtectedHeader, importJWK } = await import('jose');
  let header: { readonly alg?: string; readonly kid?: string; readonly crit?: unknown };
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    return { fault: 'malformed' };
  }
  if (header.alg !== algorithm) return { fault: 'algorithm' };
  const key = keys.find(({ kid, kty, crv }) => kid === header.kid && kty === 'OKP' && crv === 'Ed25519');
  if (key === undefined) return { fault: 'key-unknown' };
  try {
    const { payload } = await compactVerify(jws, await imported(key, importJWK), { algorithms: [algorithm] });
    return { payload: Buffer.from(payload).toString(), key };
  } catch {
    return { fault: 'signature' };
  }
}

/** Signs a text with an Ed25519 key, in compact form (RFC 7515, section 7.1). */
export function compactJws(
  payload: string,
  key: { readonly id: string; readonly sign: (message: Uint8Array) => Buffer },
): string {
  const header = JSON.stringify({ alg: algorithm, kid: key.id });
  const input = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
  return `${input}.${key.sign(Buffer.from(input)).toString('base64url')}`;
}

/** Keys that were used before, by their bytes: a journal has thousands of signatures and few keys. */
const known = new Map<string, ReturnType<typeof importJWK>>();

async function imported({ kty, crv, x = '' }: JWK, read: typeof importJWK): ReturnType<typeof importJWK> {
  const key = known.get(x) ?? read({ ...{ kty, crv, x } } as JWK, algorithm);
  known.set(x, key);
  return key;
}

/** The public key as OpenSSL reads it. */
export function pemOf({ kty, crv, x }: Pick<JWK, 'kty' | 'crv' | 'x'>): string {
  const key = createPublicKey({ key: { ...{ kty, crv, x } } as JsonWebKeyOfNode, format: 'jwk' });
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
