import { httpbis } from 'http-message-signatures';
import type { HttpRequest } from './ports.js';
import type { SigningKey } from './signing-keys.js';

/** What a signature says of itself besides whose it is (RFC 9421, section 2.3); in the order in which it is said. */
export interface SignatureParameters {
  readonly created: Date;
  readonly expires?: Date;
  readonly nonce?: string;
  readonly keyid: string;
  readonly alg?: string;
  readonly tag?: string;
}

/**
 * The headers `Signature-Input` and `Signature` for a request (RFC 9421, section 4).
 * @param components what of the request is signed: derived components and headers that it has, each in small letters
 * @param label the signature's name in both headers
 */
export async function signatureHeaders(
  { method, url, headers }: Pick<HttpRequest, 'method' | 'url' | 'headers'>,
  key: Pick<SigningKey, 'sign'>,
  components: readonly string[],
  parameters: SignatureParameters,
  label = 'connect',
): Promise<Readonly<Record<string, string>>> {
  const signed = await httpbis.signMessage(
    {
      key: { sign: (base) => Promise.resolve(key.sign(base)) },
      name: label,
      fields: [...components],
      params: Object.keys(parameters),
      paramValues: { ...parameters },
    },
    { method, url, headers: { ...headers } },
  );
  return {
    'signature-input': String(signed.headers['Signature-Input']),
    signature: String(signed.headers['Signature']),
  };
}
