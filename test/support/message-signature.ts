import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a hand-made signature says of itself, as text; a parameter that is undefined is left out. */
export interface Wish {
  readonly components?: readonly string[];
  readonly parameters?: Readonly<Record<string, string | number | undefined>>;
  readonly label?: string;
  /** The algorithm in bytes; by default Ed25519. */
  readonly sign?: (base: Buffer) => Buffer;
}

/** A request that is to be signed. */
export interface Unsigned {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TestKey {
  readonly jwk: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };
  readonly privateKey: KeyObject;
}

export function newTestKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { jwk: { kty: 'OKP', crv: 'Ed25519', x }, privateKey };
}

/** The headers of a message signature (RFC 9421), made without the help of either side. */
export function signedBy(key: KeyObject, { method, url, headers }: Unsigned, wish: Wish = {}): Record<string, string> {
  const { components = [], parameters = {}, label = 'sig1' } = wish;
  const described = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `;${name}=${typeof value === 'number' ? value : `"${value ?? ''}"`}`);
  const input = `(${components.map((name) => `"${name}"`).join(' ')})${described.join('')}`;
  const { host, pathname, search, href } = new URL(url);
  const derived: Readonly<Record<string, string>> = {
    '@method': method,
    '@target-uri': href,
    '@authority': host,
    '@path': pathname,
    '@query': search,
  };
  const lines = components.map((name) => `"${name}": ${derived[name] ?? headers[name] ?? ''}`);
  const base = Buffer.from([...lines, `"@signature-params": ${input}`].join('\n'));
  const bytes = wish.sign?.(base) ?? sign(null, base, key);
  return { 'signature-input': `${label}=${input}`, signature: `${label}=:${bytes.toString('base64')}:` };
}
