import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { DeviceKey, SigningAlgorithm } from '../../contract/portal.gen.js';

/** The public half of a key that a session signs with. */
export interface SigningKey {
  readonly id: string;
  /** SubjectPublicKeyInfo in base64. */
  readonly spki: string;
}

/** The key of a client's device, under its thumbprint (RFC 7638, section 3; for this type RFC 8037, section 2). */
export function keyOfDevice({ crv, kty, x }: DeviceKey): SigningKey {
  const id = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { id, spki: spkiOf(createPublicKey({ key: { crv, kty, x }, format: 'jwk' })) };
}

/**
 * The key of a certificate, under the certificate's SHA-256; nothing if no algorithm of the contract fits it.
 * @param fingerprint as X.509 tools print it
 */
export function keyOfCertificate(key: KeyObject, fingerprint: string): SigningKey | undefined {
  if (algorithmOf(key) === undefined) return undefined;
  return { id: Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url'), spki: spkiOf(key) };
}

/** The one algorithm of the contract that goes with a key. */
export function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): SigningAlgorithm | undefined {
  if (asymmetricKeyType === 'ed25519') return 'ed25519';
  if (asymmetricKeyType === 'rsa') return 'rsa-pss-sha512';
  if (asymmetricKeyType !== 'ec') return undefined;
  // OpenSSL's names of P-256 and P-384.
  if (asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ecdsa-p256-sha256';
  return asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'ecdsa-p384-sha384' : undefined;
}

export function publicKeyOf({ spki }: SigningKey): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
}

/** RFC 9421, section 3.3: the salt of RSA-PSS has 64 bytes, an ECDSA signature is its two numbers side by side. */
export function verifies(algorithm: SigningAlgorithm, key: KeyObject, base: string, signature: Buffer): boolean {
  const bytes = Buffer.from(base);
  switch (algorithm) {
    case 'ed25519':
      return verify(null, bytes, key, signature);
    case 'rsa-pss-sha512':
      return verify('sha512', bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }, signature);
    case 'ecdsa-p256-sha256':
      return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
    case 'ecdsa-p384-sha384':
      return verify('sha384', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
  }
}

function spkiOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}
