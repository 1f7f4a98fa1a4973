import { createServer, request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { ServerCertificate } from './authority.js';

/** What happens on the way. */
export interface Events {
  /** Before a request goes on to the portal: `POST /ak095/…`. It goes on when this is done. */
  readonly request?: (name: string) => Promise<void>;
  /** What becomes of an answer's body on the way back. */
  readonly answer?: (name: string, body: Buffer) => Buffer | Promise<Buffer>;
  /** Headers that come on top of the portal's. */
  readonly headers?: (name: string) => Readonly<Record<string, string | readonly string[]>>;
  /** Takes over the answer altogether, by giving true: the portal is not asked. */
  readonly instead?: (name: string, outgoing: ServerResponse, incoming: IncomingMessage) => boolean;
}

export interface Relay {
  readonly origin: string;
  /** What arrived, in order. */
  readonly received: { readonly name: string; readonly headers: IncomingMessage['headers'] }[];
  /** Replaces what happened before. */
  on(events: Events): void;
}

/**
 * An address of this computer that is not loopback's, so that connect treats what answers there as it treats a fund;
 * where the computer has no network, the address that stands for all of its own.
 */
export const ownAddress = (): string =>
  Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '0.0.0.0';

/**
 * Something between desk and portal, as a proxy may be: passes everything on as it is, unless a test wants it otherwise.
 * With a certificate it is a TLS endpoint at the computer's own address.
 */
export async function startRelay(portalOrigin: string, tls?: ServerCertificate): Promise<Relay> {
  let events: Events = {};
  const received: Relay['received'] = [];
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = incoming;
    const name = `${method} ${url}`;
    const body = await buffer(incoming);
    received.push({ name, headers: incoming.headers });
    await events.request?.(name);
    if (events.instead?.(name, outgoing, incoming) === true) return;
    const { host = '', ...others } = incoming.headers;
    // As a reverse proxy says under which address it was called (RFC 7239).
    const headers = { ...others, forwarded: `host="${host}";proto=${tls === undefined ? 'http' : 'https'}` };
    const answer = await sent(new URL(url, portalOrigin), { method, headers, body });
    const content = await buffer(answer);
    const { 'transfer-encoding': _encoding, ...described } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 500, { ...described, ...(events.headers?.(name) as OutgoingHttpHeaders) });
    outgoing.end((await events.answer?.(name, content)) ?? content);
  };
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  };
  const server = tls === undefined ? createServer(serve) : createSecureServer(tls, serve);
  await new Promise<void>((resolve) => void server.listen(0, tls === undefined ? '127.0.0.1' : '0.0.0.0', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const origin = tls === undefined ? `http://127.0.0.1:${port}` : `https://${ownAddress()}:${port}`;
  return { origin, received, on: (others) => (events = others) };
}

interface Outgoing {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function sent(url: URL, { method, headers, body }: Outgoing): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const onward = request(url, { method, headers }, resolve);
    onward.once('error', reject);
    onward.end(body);
  });
}
