import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Random } from '../machine.js';
import { fold } from './names.js';

// 2^14 takes some 40 ms: enough for invented people who all have the same, published password. A portal with real
// people would take 2^17 (OWASP Password Storage Cheat Sheet); the parameters stand in each hash for that reason.
const usualCost = 2 ** 14;
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/** Keeps passwords so that they can be compared and not read. */
export class Passwords {
  readonly #random: Random;
  readonly #cost: number;

  /** Tests, which log in some hundred times, ask for a lower cost. */
  constructor(random: Random, cost = usualCost) {
    this.#random = random;
    this.#cost = cost;
  }

  async hash(password: string): Promise<string> {
    const parameters = { N: this.#cost, r: 8, p: 1 };
    const salt = this.#random.bytes(16);
    const key = await derive(password.normalize('NFC'), salt, 32, parameters);
    return written(parameters.N, salt, key);
  }

  /** Takes the same time where there is no password to compare with, so that nobody learns which names exist. */
  async matches(password: string, hash: string | null): Promise<boolean> {
    const [, N, r, p, salt = '', key = ''] = (hash ?? this.#nobody).split('$');
    const expected = Buffer.from(key, 'base64url');
    const parameters = { N: Number(N), r: Number(r), p: Number(p) };
    const given = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64url'), expected.length, parameters);
    return timingSafeEqual(given, expected) && hash !== null;
  }

  /** Why a new password can't be used; undefined if it can. */
  async unfitness(password: string, userName: string, earlier: readonly string[]): Promise<string | undefined> {
    if (fold(password).includes(fold(userName))) return 'must not contain the user name';
    for (const hash of earlier) {
      if (await this.matches(password, hash)) return 'must not be one of the last five';
    }
    return undefined;
  }

  get #nobody(): string {
    return written(this.#cost, Buffer.alloc(16), Buffer.alloc(32));
  }
}

function written(cost: number, salt: Buffer, key: Buffer): string {
  return ['scrypt', cost, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}
