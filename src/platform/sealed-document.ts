import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';

/** 32 MiB and about a quarter of a second: one of the settings that OWASP's password storage cheat sheet calls equal. */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;

const workOf = ({ N, r, p }: Readonly<Record<'N' | 'r' | 'p', number>>): number => N * r * p;

/** Whether a document was sealed when guessing its passphrase cost less than it does today. */
export const isCheaplySealed = (document: string): boolean => workOf(parse(document).kdf) < workOf(cost);

interface Sealed {
  readonly format: 'connect-credentials';
  readonly version: 1;
  readonly kdf: {
    readonly name: 'scrypt';
    readonly N: number;
    readonly r: number;
    readonly p: number;
    readonly salt: string;
  };
  /** Tells a wrong passphrase from a damaged file. */
  readonly check: string;
  readonly cipher: { readonly name: 'aes-256-gcm'; readonly iv: string; readonly tag: string };
  readonly data: string;
}

/** Keys of one passphrase; derived once a process and salt. */
export class Sealer {
  readonly #passphrase: Secret;
  readonly #derived = new Map<string, Promise<Keys>>();

  constructor(passphrase: Secret) {
    this.#passphrase = passphrase;
  }

  /** Encrypts with AES-256-GCM; a document that exists keeps its salt, every sealing has its own nonce. */
  async seal(plain: string, before: string | undefined): Promise<string> {
    const kdf =
      before === undefined
        ? { name: 'scrypt' as const, ...cost, salt: randomBytes(16).toString('base64') }
        : parse(before).kdf;
    const keys = await this.#keys(kdf);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keys.encryption, iv).setAAD(headerOf(kdf));
    const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
    const sealed: Sealed = {
      format: 'connect-credentials',
      version: 1,
      kdf,
      check: keys.check.toString('base64'),
      cipher: { name: 'aes-256-gcm', iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64') },
      data,
    };
    return `${JSON.stringify(sealed, null, 2)}\n`;
  }

  /** @throws ConnectError `store-passphrase-wrong`, `store-damaged` */
  async open(document: string): Promise<string> {
    const sealed = parse(document);
    const keys = await this.#keys(sealed.kdf);
    const check = Buffer.from(sealed.check, 'base64');
    if (check.length !== keys.check.length || !timingSafeEqual(check, keys.check))
      throw new ConnectError('store-passphrase-wrong');
    try {
      const decipher = createDecipheriv('aes-256-gcm', keys.encryption, Buffer.from(sealed.cipher.iv, 'base64'), {
        authTagLength: 16,
      })
        .setAAD(headerOf(sealed.kdf))
        .setAuthTag(Buffer.from(sealed.cipher.tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]).toString('utf8');
    } catch (error) {
      throw new ConnectError('store-damaged', {}, { cause: error });
    }
  }

  #keys(kdf: Sealed['kdf']): Promise<Keys> {
    const name = JSON.stringify(kdf);
    let keys = this.#derived.get(name);
    if (keys === undefined) this.#derived.set(name, (keys = derive(this.#passphrase, kdf)));
    return keys;
  }
}

interface Keys {
  readonly encryption: Buffer;
  readonly check: Buffer;
}

async function derive(passphrase: Secret, { N, r, p, salt }: Sealed['kdf']): Promise<Keys> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    scrypt(
      passphrase.reveal(),
      Buffer.from(salt, 'base64'),
      64,
      { N, r, p, maxmem: 256 * 1024 * 1024 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });
  return {
    encryption: bytes.subarray(0, 32),
    check: createHmac('sha256', bytes.subarray(32)).update('connect-credentials 1').digest(),
  };
}

const headerOf = (kdf: Sealed['kdf']): Buffer => Buffer.from(`connect-credentials 1 ${JSON.stringify(kdf)}`);

function parse(document: string): Sealed {
  let sealed: { [Key in keyof Sealed]?: unknown } & { kdf?: Record<keyof Sealed['kdf'], unknown> };
  try {
    sealed = (JSON.parse(document) as typeof sealed | null) ?? {};
  } catch (error) {
    throw new ConnectError('store-damaged', {}, { cause: error });
  }
  const { format, version, kdf, check, cipher, data } = sealed;
  const whole = typeof cipher === 'object' && typeof check === 'string' && typeof data === 'string';
  // Costs beyond these could only come from somebody who wants to exhaust the memory.
  const sane =
    whole &&
    kdf?.name === 'scrypt' &&
    isPowerOfTwo(kdf.N) &&
    isWithin(kdf.N, 2 ** 17) &&
    isWithin(kdf.r, 8) &&
    isWithin(kdf.p, 4) &&
    typeof kdf.salt === 'string';
  if (format !== 'connect-credentials' || version !== 1 || !sane) throw new ConnectError('store-damaged');
  return sealed as unknown as Sealed;
}

const isWithin = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
const isPowerOfTwo = (value: unknown): boolean => Number(value) > 1 && Number.isInteger(Math.log2(Number(value)));
