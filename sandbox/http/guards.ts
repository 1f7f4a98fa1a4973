import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.js';

/** Exactly how a browser or a client may name a server on this machine's loopback. */
function buildAllowedHosts(port: number): string[] {
  return ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${String(port)}`);
}

/**
 * Refuses web pages. A page whose name was rebound to 127.0.0.1 still sends its own name as Host; a page that reaches
 * for the loopback openly sends an Origin. No client of ours does either.
 */
export function refuseStrangers({ headers, socket }: IncomingMessage): void {
  if (!buildAllowedHosts(socket.localPort ?? 0).includes(headers.host ?? '')) throw new Problem('foreign-host');
  if (headers.origin !== undefined) throw new Problem('foreign-origin');
}

/** The request's own name if it is one that can be written into a log, else a new one. */
export function requestId(given: string | string[] | undefined, makeUp: () => string): string {
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : makeUp();
}
