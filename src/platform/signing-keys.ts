import { constants, createHash, createPrivateKey, createPublicKey, sign, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Secret } from '../secret.js';
import type { ClientCertificate, DevicePublicKey, Random } from './ports.js';

/** A private key that signs messages. */
export interface SigningKey {
  readonly id: string;
  /** Its name in the registry of RFC 9421, section 6.2.2. */
  readonly alg: string;
  readonly sign: (message: Uint8Array) => Buffer;
}

/** The Ed25519 key of one login on this computer. */
export interface DeviceKey extends SigningKey {
  readonly publicKey: DevicePublicKey;
  /** All that has to be kept of it: its 32 bytes in base64url. */
  readonly seed: Secret;
}

/** An Ed25519 private key in PKCS #8 is this and its 32 bytes (RFC 8410, section 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export function newDeviceKey(random: Pick<Random, 'bytes'>): DeviceKey {
  return deviceKeyOf(new Secret(Buffer.from(random.bytes(32)).toString('base64url')));
}

/** Known by its thumbprint (RFC 7638, section 3; for this type RFC 8037, section 2). */
export function deviceKeyOf(seed: Secret): DeviceKey {
  const der = Buffer.concat([pkcs8Prefix, Buffer.from(seed.reveal(), 'base64url')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x } as const;
  const thumbprint = JSON.stringify({ crv: publicKey.crv, kty: publicKey.kty, x });
  const id = createHash('sha256').update(thumbprint).digest('base64url');
  return { id, alg: 'ed25519', sign: signers.ed25519(key), publicKey, seed };
}

/** The key of a certificate, known by the certificate's SHA-256; nothing if it is of a kind that nobody signs with here. */
export function certificateKey(certificate: ClientCertificate): SigningKey | undefined {
  const { cert, key: pem, passphrase } = certificate.reveal();
  const key = createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) });
  const alg = algorithmOf(key);
  if (alg === undefined) return undefined;
  const id = createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');
  return { id, alg, sign: signers[alg](key) };
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): keyof typeof signers | undefined {
  if (asymmetricKeyType === 'ed25519') return 'ed25519';
  if (asymmetricKeyType === 'rsa') return 'rsa-pss-sha512';
  return asymmetricKeyType === 'ec' ? curves[asymmetricKeyDetails?.namedCurve ?? ''] : undefined;
}

/** By OpenSSL's names of them. */
const curves: Readonly<Record<string, keyof typeof signers>> = {
  prime256v1: 'ecdsa-p256-sha256',
  secp384r1: 'ecdsa-p384-sha384',
};

/**
 * RFC 9421, section 3.3. The salt of RSA-PSS has 64 bytes, not as many as there is room for, which is what Node and the
 * library's own signer would take; an ECDSA signature is its two numbers side by side.
 */
const signers = {
  ed25519: (key: KeyObject) => (message: Uint8Array) => sign(null, message, key),
  'rsa-pss-sha512': (key: KeyObject) => (message: Uint8Array) =>
    sign('sha512', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }),
  'ecdsa-p256-sha256': (key: KeyObject) => (message: Uint8Array) =>
    sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' }),
  'ecdsa-p384-sha384': (key: KeyObject) => (message: Uint8Array) =>
    sign('sha384', message, { key, dsaEncoding: 'ieee-p1363' }),
} as const;
