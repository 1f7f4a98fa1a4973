import { ConnectError } from '../errors.js';
import { isLoopback } from '../platform/loopback.js';

/** A fund's portal: `https://<host>/<fund>`, without a slash at the end. */
export interface PortalAddress {
  /** Scheme, host and port: the only place a token of this portal may go to. */
  readonly origin: string;
  /** For people, and the name of its credentials. */
  readonly href: string;
  /** Base of the requests. */
  readonly api: string;
}

/**
 * Reads an address as a person types it; a trailing slash or `/api/v1` is tolerated.
 * @throws ConnectError `portal-malformed`, `portal-insecure` (anything but https outside the loopback interface)
 */
export function portalAddress(text: string): PortalAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Whoever typed a password here must not find it in a log, too.
  const shown = url !== undefined && url.username + url.password !== '' ? `${url.protocol}//…@${url.host}` : text;
  const malformed = new ConnectError('portal-malformed', { portal: shown });
  if (url === undefined || shown !== text || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '')
    throw malformed;
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new ConnectError('portal-insecure', { portal: text });
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '');
  if (!/^\/[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/.test(path)) throw malformed;
  return { origin: url.origin, href: `${url.origin}${path}`, api: `${url.origin}${path}/api/v1` };
}
