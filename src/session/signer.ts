import type { Sign, Signer } from '../api/wire.js';
import { ConnectError } from '../errors.js';
import type { ClientCertificate, Clock, HttpRequest, Random } from '../platform/ports.js';
import type { SigningKey } from '../platform/signing-keys.js';
import type { Keeper } from './keeper.js';
import type { StoredSession } from './stored-session.js';

export interface SignerPorts {
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Pick<Random, 'bytes'>;
  /** By how many seconds this computer's clock is ahead of the portal's, if that is known. */
  readonly secondsAhead: () => number | undefined;
  /** The certificate that the environment names. */
  readonly certificate: () => Promise<ClientCertificate | undefined>;
}

/** As the contract has them: how long a signature holds, and what it is for. */
const holdsMs = 300_000;
const tag = 'connect-salary';
/** Half of what the contract allows between the clocks. */
const tolerableSeconds = 30;
const always = ['@method', '@target-uri'];
const ifPresent = ['content-type', 'repr-digest', 'idempotency-key', 'if-match'];

/** Signs with the key that the session is bound to: the one that the store keeps, or that of a certificate. */
export function signerOf(keeper: Pick<Keeper, 'session'>, ports: SignerPorts): Signer {
  return {
    async begin() {
      const session = await keeper.session();
      const key = session && (await keyOf(session, ports));
      return key && signingWith(key, ports);
    },
  };
}

async function keyOf({ info, deviceKey }: StoredSession, ports: SignerPorts): Promise<SigningKey | undefined> {
  const { signingKey } = info;
  if (deviceKey === undefined && (signingKey === undefined || signingKey === null)) return undefined;
  const { certificateKey, deviceKeyOf } = await import('../platform/signing-keys.js');
  if (deviceKey !== undefined) return deviceKeyOf(deviceKey);
  if (info.method !== 'certificate') throw new ConnectError('signing-key-missing', { key: signingKey ?? '' });
  const certificate = await ports.certificate();
  const key = certificate && certificateKey(certificate);
  if (key?.id === signingKey) return key;
  throw new ConnectError('signing-certificate-missing', { key: signingKey ?? '' });
}

function signingWith(key: SigningKey, { clock, random, secondsAhead }: SignerPorts): Sign {
  return async (request) => {
    const { signatureHeaders } = await import('../platform/message-signature.js');
    const headers = { ...request.headers, ...(await digestOf(request)) };
    const components = [...always, ...ifPresent.filter((name) => name in headers)];
    // The portal goes by its own clock, and a computer whose clock is wrong shall be able to upload all the same.
    const ahead = secondsAhead() ?? 0;
    const offMs = Math.abs(ahead) > tolerableSeconds ? ahead * 1000 : 0;
    const created = new Date(clock.now().getTime() - offMs);
    const signature = await signatureHeaders({ ...request, headers }, key, components, {
      created,
      expires: new Date(created.getTime() + holdsMs),
      nonce: Buffer.from(random.bytes(18)).toString('base64url'),
      keyid: key.id,
      alg: key.alg,
      tag,
    });
    return { ...request, headers: { ...headers, ...signature } };
  };
}

/** A file comes with its digest; a text is short enough to have it made here. */
async function digestOf({ body, headers }: HttpRequest): Promise<Readonly<Record<string, string>>> {
  if (typeof body !== 'string' || 'repr-digest' in headers) return {};
  const { reprDigest } = await import('../platform/digest.js');
  return { 'repr-digest': reprDigest(body) };
}
