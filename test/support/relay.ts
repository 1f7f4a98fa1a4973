import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
}

export interface Relay {
  readonly origin: string;
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
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = incoming;
    const name = `${method} ${url}`;
    const body = await buffer(incoming);
    await events.request?.(name);
    const { host: _host, ...headers } = incoming.headers;
    const answer = await sent(new URL(url, portalOrigin), { method, headers, body });
    const content = await buffer(answer);
    const { 'transfer-encoding': _encoding, ...described } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 500, described);
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
  return { origin, on: (others) => (events = others) };
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
