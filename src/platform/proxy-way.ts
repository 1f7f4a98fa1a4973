import { isLoopback } from './loopback.js';
import type { Env } from './ports.js';
import { Secret } from '../secret.js';

/** A forward proxy, as a variable of the environment names it. */
export interface Proxy {
  /** Scheme, host and port, without user and password: for people. */
  readonly origin: string;
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: number;
  /** For `Proxy-Authorization` (RFC 7617). */
  readonly authorization: Secret | undefined;
  /** The variable that names it. */
  readonly from: string;
}

/** The proxy on the way to a portal, by HTTPS_PROXY and NO_PROXY, lower case first; this computer is reached directly. */
export function proxyFor({ hostname, port, protocol }: URL, env: Env): Proxy | undefined {
  const from = ['https_proxy', 'HTTPS_PROXY'].find((name) => env[name]);
  const value = env[from ?? ''] ?? '';
  if (from === undefined || protocol !== 'https:' || isLoopback(hostname) || !URL.canParse(value)) return undefined;
  if (isExcepted(hostname, port || '443', env['no_proxy'] || env['NO_PROXY'] || '')) return undefined;
  const url = new URL(value);
  const secure = url.protocol === 'https:';
  const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return {
    origin: url.origin,
    secure,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || (secure ? 443 : 80)),
    authorization: login === ':' ? undefined : new Secret(`Basic ${Buffer.from(login).toString('base64')}`),
    from,
  };
}

/** A name stands for itself and all below it; `name:443` for this port only; `*` for everything. */
function isExcepted(hostname: string, port: string, exceptions: string): boolean {
  return exceptions.split(/[\s,]+/).some((entry) => {
    const [, name = '', itsPort = port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    return entry === '*' || (itsPort === port && name !== '' && (hostname === name || hostname.endsWith(`.${name}`)));
  });
}
