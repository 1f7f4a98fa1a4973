import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { networkErrorOf } from './network-fault.js';
import { NetworkError } from './ports.js';
import type { FaultDetails, ProxyTrouble } from './ports.js';
import type { Proxy } from './proxy.js';

export interface TunnelSettings {
  readonly proxy: Proxy;
  /** Speaks TLS with the portal, through the tunnel: the proxy sees nothing of it. */
  readonly secure: buildConnector.connector;
  /** Certificates to trust where the proxy itself speaks TLS; Node's own without. */
  readonly ca: readonly string[] | undefined;
  /** Milliseconds until the tunnel must stand. */
  readonly timeoutMs: number;
  /** Gives up whatever is under way. */
  readonly signal: AbortSignal;
}

/**
 * Connects through a proxy: CONNECT (RFC 9110, section 9.3.6), then TLS with the portal inside. Whatever fails before
 * the tunnel stands is a NetworkError `proxy`, and nothing of the request has left.
 */
export function tunnelling(settings: TunnelSettings): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.includes(':') ? `[${options.hostname}]` : options.hostname;
    openTunnel(settings, `${host}:${options.port || 443}`)
      .then((httpSocket) => {
        settings.secure({ ...options, httpSocket }, callback);
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null));
  };
}

async function openTunnel(settings: TunnelSettings, authority: string): Promise<Socket> {
  const { proxy, ca, timeoutMs, signal } = settings;
  const { request } = await (proxy.secure ? import('node:https') : import('node:http'));
  return new Promise((resolve, reject) => {
    const fail = (trouble: ProxyTrouble, cause?: unknown, more: FaultDetails = {}): void =>
      reject(new NetworkError('proxy', false, cause, { ...more, trouble, proxy: proxy.origin, from: proxy.from }));
    const asking = request({
      method: 'CONNECT',
      hostname: proxy.hostname,
      port: proxy.port,
      path: authority,
      agent: false,
      signal,
      // Said here, because otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would turn the check off.
      ...(proxy.secure && { rejectUnauthorized: true, ...(ca !== undefined && { ca: [...ca] }) }),
      headers: {
        host: authority,
        ...(proxy.authorization !== undefined && { 'proxy-authorization': proxy.authorization.reveal() }),
      },
    });
    const timer = setTimeout(() => {
      fail('silent');
      asking.destroy();
    }, timeoutMs);
    asking.once('close', () => clearTimeout(timer));
    asking.on('error', (error) => {
      // A proxy fails as any server does.
      const { fault, details } = networkErrorOf(error);
      fail(fault === 'proxy' ? 'lost' : fault, error, details);
    });
    asking.once('connect', (answer: IncomingMessage, socket: Socket, head: Buffer) => {
      clearTimeout(timer);
      const { statusCode: status = 0 } = answer;
      if (status >= 200 && status < 300) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.on('error', () => undefined).destroy();
      const schemes = answer.headers['proxy-authenticate'] ?? '';
      fail(refusalOf(status, schemes, proxy), undefined, { status, schemes: namesOf(schemes) });
    });
    asking.end();
  });
}

/**
 * 407 asks for a login, and 401 is how tinyproxy says that one was wrong. Other refusals of the client's part are the
 * proxy's rules; of the server's, its own way on.
 */
function refusalOf(status: number, schemes: string, { authorization }: Proxy): ProxyTrouble {
  if (status !== 407 && status !== 401) return status >= 500 ? 'unable' : 'denied';
  if (schemes !== '' && !/\bbasic\b/i.test(schemes)) return 'login-unsupported';
  return authorization === undefined ? 'login-missing' : 'login-wrong';
}

/** `Negotiate, NTLM` of `Negotiate, NTLM, Digest realm="…"`. */
const namesOf = (schemes: string): string =>
  [...schemes.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s|,|$)/g)].map(([, name]) => name ?? '').join(', ');
