import { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';
import { isLoopback } from './loopback.js';
import type { Env } from './ports.js';

/** A forward proxy, as a variable of the environment names it. */
export interface Proxy {
  /** Scheme, host and port: for people. User and password never come along. */
  readonly origin: string;
  /** Whether TLS is spoken to the proxy itself. */
  readonly secure: boolean;
  /** Without the brackets of IPv6. */
  readonly hostname: string;
  readonly port: number;
  /** What `Proxy-Authorization` says (RFC 7617), where the variable holds a user. */
  readonly authorization: Secret | undefined;
  /** The variable that named it. */
  readonly from: string;
}

/**
 * The proxy through which a portal is reached: `https_proxy` or `HTTPS_PROXY`, but for what `no_proxy` or `NO_PROXY`
 * excepts. There is no standard; this is what curl does. This computer itself is never reached through a proxy.
 * @throws ConnectError `proxy-malformed`, without the value, which may hold a password
 */
export function proxyFor({ hostname, port, protocol }: URL, env: Env): Proxy | undefined {
  if (protocol !== 'https:' || isLoopback(hostname)) return undefined;
  const from = firstSet(env, 'https_proxy', 'HTTPS_PROXY');
  if (from === undefined) return undefined;
  const exceptions = env[firstSet(env, 'no_proxy', 'NO_PROXY') ?? ''] ?? '';
  return isExcepted(hostname, Number(port || 443), exceptions) ? undefined : proxyOf(env[from] ?? '', from);
}

/** An empty lower-case variable must not hide an upper-case one that is set. */
const firstSet = (env: Env, ...names: readonly string[]): string | undefined =>
  names.find((name) => env[name] !== undefined && env[name].trim() !== '');

/**
 * Whether a host is in a list of hosts, separated by commas or spaces. A name stands for itself and all below it, with
 * or without a dot or `*.` before it; `name:443` for this port only; `*` for everything.
 */
export function isExcepted(hostname: string, port: number, exceptions: string): boolean {
  const host = plain(hostname);
  return exceptions
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      // A colon is a port's if it is the only one: an IPv6 address may stand without brackets.
      const [, name = entry, itsPort] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
      const excepted = plain(name.replace(/^\*?\./, ''));
      if (itsPort !== undefined && Number(itsPort) !== port) return false;
      return excepted === '*' || host === excepted || host.endsWith(`.${excepted}`);
    });
}

/** Names differ neither by case nor by the dot of the root. */
const plain = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');

function proxyOf(value: string, from: string): Proxy {
  const trimmed = value.trim();
  // `proxy.example:3128` is what many write, and curl takes it, too.
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What follows the port is a mistake: the address of a PAC file, or a `#`, `/` or `?` of a password.
  if (url === undefined || !/^https?:$/.test(url.protocol) || !/^\/?$/.test(url.pathname + url.search + url.hash))
    throw new ConnectError('proxy-malformed', { from });
  const secure = url.protocol === 'https:';
  return {
    origin: url.origin,
    secure,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || (secure ? 443 : 80)),
    authorization: url.username + url.password === '' ? undefined : basic(url, from),
    from,
  };
}

function basic({ username, password }: URL, from: string): Secret {
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return new Secret(`Basic ${Buffer.from(pair).toString('base64')}`);
  } catch {
    throw new ConnectError('proxy-malformed', { from });
  }
}
