import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Random } from '../machine.js';

/** What the server secret is good for. It lies in the database, so this keeps secrets out of copies of single tables. */
export class ServerSecret {
  readonly #secret: Buffer;
  readonly #random: Random;

  constructor(secret: Buffer, random: Random) {
    this.#secret = secret;
    this.#random = random;
  }

  /** A keyed digest; the purpose keeps digests for different uses apart. */
  mac(purpose: string, text: string): string {
    return createHmac('sha256', this.#secret).update(`${purpose}\0${text}`).digest('base64url');
  }

  seal(text: string): string {
    const nonce = this.#random.bytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url');
  }

  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#secret, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  }
}
