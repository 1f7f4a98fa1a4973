import type { Certificate, DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { ConnectError } from '../errors.js';
import { networkErrorOf } from './network-fault.js';
import { NetworkError } from './ports.js';
import type { CaFile, Env } from './ports.js';
import { secureConnector } from './secure-connector.js';
import type { WayThere } from './secure-connector.js';

export interface TlsChain {
  /** `TLSv1.3` for example. */
  readonly protocol: string;
  /** From the portal's own certificate up to the root, by name. */
  readonly names: readonly string[];
  readonly issuer: string;
  readonly validTo: Date;
}

export interface WayToChain {
  /** Milliseconds until the connection must stand. */
  readonly timeoutMs: number;
  readonly caFiles: readonly CaFile[];
  readonly env: Env;
  readonly signal: AbortSignal;
}

/**
 * What a portal proves its identity with, looked at and nothing said. The way there, through a proxy or not, and what is
 * trusted are those of every request.
 * @throws NetworkError, `certificate` with the reason as its cause
 */
export async function tlsChain(url: URL, { signal, ...way }: WayToChain): Promise<TlsChain> {
  const closing = AbortSignal.any([signal, AbortSignal.timeout(way.timeoutMs)]);
  const giveUp = new Promise<never>((_resolve, reject) => {
    closing.addEventListener('abort', () => reject(new NetworkError('silent', false, closing.reason)), { once: true });
  });
  try {
    const socket = await Promise.race([connected(url, { ...way, closing }), giveUp]);
    const chain = described(socket);
    socket.destroy();
    return chain;
  } catch (error) {
    throw error instanceof NetworkError || error instanceof ConnectError ? error : networkErrorOf(error);
  }
}

async function connected(url: URL, way: Omit<WayThere, 'tls'>): Promise<TLSSocket> {
  const connect = await secureConnector(url, { ...way, tls: undefined });
  const { hostname, host, protocol } = url;
  return new Promise((resolve, reject) => {
    connect({ hostname, host, protocol, port: url.port || '443' }, (error, socket) => {
      if (error === null) resolve(socket as TLSSocket);
      else reject(error);
    });
  });
}

function described(socket: TLSSocket): TlsChain {
  const own = socket.getPeerCertificate(true);
  const names: string[] = [];
  const seen = new Set<string>();
  for (let one = own; !seen.has(one.fingerprint256); one = issuerOf(one)) {
    seen.add(one.fingerprint256);
    names.push(nameOf(one.subject));
  }
  return {
    protocol: socket.getProtocol() ?? '',
    names,
    issuer: nameOf(own.issuer),
    validTo: new Date(own.valid_to),
  };
}

/** A root is its own issuer; where the chain ends before, there is none. */
const issuerOf = (one: DetailedPeerCertificate): DetailedPeerCertificate =>
  (one as { issuerCertificate?: DetailedPeerCertificate }).issuerCertificate ?? one;

const nameOf = ({ CN, O }: Partial<Certificate>): string => [CN ?? O ?? '–'].flat().join(' ');
