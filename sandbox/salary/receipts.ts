import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { JsonWebKeySet, Receipt } from '../../contract/portal.gen.js';

const keyId = 'receipts-1';
// An Ed25519 private key in PKCS #8 is this prefix and 32 bytes (RFC 8410, section 7).
const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs what the fund confirms to have received. */
export class Receipts {
  readonly #key: KeyObject;

  constructor(seed: Buffer) {
    this.#key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  }

  get keys(): JsonWebKeySet {
    const { x = '' } = createPublicKey(this.#key).export({ format: 'jwk' });
    return { keys: [{ kty: 'OKP', crv: 'Ed25519', kid: keyId, use: 'sig', alg: 'EdDSA', x }] };
  }

  /** A JWS in compact form (RFC 7515, RFC 8037) whose payload is the receipt without its signature. */
  sign(receipt: Omit<Receipt, 'signature'>): Receipt {
    const header = { alg: 'EdDSA', kid: keyId };
    const input = [header, receipt].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const signature = sign(null, Buffer.from(input), this.#key).toString('base64url');
    return { ...receipt, signature: `${input}.${signature}` };
  }
}
