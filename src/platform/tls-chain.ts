import type { Socket } from 'node:net';
import type { Certificate, DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { networkErrorOf } from './network-fault.js';
import { NetworkError } from './ports.js';
import type { Proxy } from './proxy-way.js';

export interface TlsChain {
  /** `TLSv1.3` for example. */
  readonly protocol: string;
  /** From the portal's own certificate up to the root, by name. */
  readonly names: readonly string[];
  readonly issuer: string;
  readonly validTo: Date;
}

export interface WayToChain {
  readonly proxy: Proxy | undefined;
  /** Milliseconds until the connection must stand. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * What a portal proves its identity with, looked at and nothing said. The certificate is checked as in every request;
 * Node adds NODE_EXTRA_CA_CERTS to the roots by itself.
 * @throws NetworkError, `certificate` with the reason as its cause
 */
export async function tlsChain(url: URL, way: WayToChain): Promise<TlsChain> {
  const signal = AbortSignal.any([way.signal, AbortSignal.timeout(way.timeoutMs)]);
  const opened: Socket[] = [];
  const giveUp = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new NetworkError('silent', false, signal.reason)), { once: true });
  });
  try {
    return await Promise.race([chainOf(url, way.proxy, opened), giveUp]);
  } catch (error) {
    throw error instanceof NetworkError ? error : networkErrorOf(error);
  } finally {
    // The outermost takes the others along; Node 20 crashes if a tunnel goes before the TLS in it.
    opened.at(-1)?.destroy();
  }
}

async function chainOf(url: URL, proxy: Proxy | undefined, opened: Socket[]): Promise<TlsChain> {
  const { connect } = await import('node:tls');
  const { hostname } = url;
  const port = Number(url.port || 443);
  const tunnel = proxy === undefined ? undefined : await tunnelTo(`${hostname}:${port}`, proxy, opened);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      ...(tunnel !== undefined && { socket: tunnel }),
      // An address is no name that could be asked for (RFC 6066, section 3).
      ...(/^[\d.]+$|:/.test(hostname) ? {} : { servername: hostname }),
      // Said here, because otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would turn the check off.
      rejectUnauthorized: true,
    });
    opened.push(socket);
    socket.once('error', reject);
    socket.once('secureConnect', () => resolve(described(socket)));
  });
}

async function tunnelTo(authority: string, proxy: Proxy, opened: Socket[]): Promise<Socket> {
  const { request } = await (proxy.secure ? import('node:https') : import('node:http'));
  return new Promise((resolve, reject) => {
    request({
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port,
      path: authority,
      agent: false,
      headers: {
        host: authority,
        ...(proxy.authorization && { 'proxy-authorization': proxy.authorization.reveal() }),
      },
    })
      .once('error', reject)
      .once('connect', ({ statusCode }, socket: Socket) => {
        opened.push(socket);
        if (statusCode === 200) resolve(socket);
        else reject(new Error(`the proxy made no tunnel: ${statusCode ?? 0}`));
      })
      .end();
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
