import type { PortalAddress } from '../config/portal-address.js';
import type { Secret } from '../secret.js';
import { shape } from './decode.js';
import { requestJson } from './request.js';
import type { Wire } from './wire.js';

export interface SandboxStatus {
  /** The sandbox's clock, RFC 3339. */
  readonly now: string;
}

/** A seeded login that a learner may use. Its secrets open the practice portal on this computer and nothing else. */
export interface Persona {
  readonly fund: string;
  readonly userName: string;
  readonly password: string;
  readonly totpSecret: string | null;
  readonly role: string;
  readonly about: string;
}

/** A client certificate to practise with, and where its files are. */
export interface PracticeCertificate {
  readonly name: string;
  readonly about: string;
  readonly certificate: string;
  readonly key: string;
  readonly encryptedKey: string;
  readonly pkcs12: string;
}

/** What a real portal would have sent by post, telephone network or mail. */
export interface OutboxItem {
  readonly id: number;
  readonly kind: 'letter' | 'sms' | 'email';
  readonly fund: string;
  readonly client: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly code: string | null;
  readonly at: string;
}

/** The practice portal's own endpoints, beside the contract and behind a random bearer. */
export interface SandboxApi {
  status(): Promise<SandboxStatus>;
  personas(): Promise<readonly Persona[]>;
  /** None where it speaks plain HTTP. */
  certificates(): Promise<readonly PracticeCertificate[]>;
  outbox(): Promise<readonly OutboxItem[]>;
  reset(): Promise<void>;
}

export function sandboxApi(wire: Omit<Wire, 'address'>, origin: string, bearer: Secret): SandboxApi {
  const address: PortalAddress = { origin, href: origin, api: `${origin}/_sandbox` };
  const at: Wire = { ...wire, address };
  const get = (path: string): Promise<unknown> => requestJson(at, { method: 'GET', path, bearer });
  const list = async <T>(path: string): Promise<readonly T[]> =>
    shape<{ items: readonly T[] }>(at, { items: 'array' }, { items: await get(path) }).items;
  return {
    status: async () => shape<SandboxStatus>(at, { now: 'string' }, await get('/status')),
    personas: () => list('/personas'),
    certificates: () => list('/certificates'),
    outbox: () => list('/outbox'),
    reset: async () => {
      await requestJson(at, { method: 'POST', path: '/reset', bearer, effect: 'change' });
    },
  };
}
