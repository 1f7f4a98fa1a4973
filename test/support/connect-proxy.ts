import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ServerCertificate } from './authority.js';

export interface ConnectProxy {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Whom it was asked to reach, with the login that came along. */
  readonly asked: { readonly authority: string; readonly login: string | undefined }[];
}

export interface ConnectProxySettings {
  /** Where all tunnels lead, whatever the name: names need not exist. A function does as it likes instead. */
  readonly to: number | ((socket: Socket) => void);
  /** Speaks TLS itself. */
  readonly tls?: ServerCertificate;
}

/** A proxy for what a real one can't be made to do: names that nobody knows, TLS of its own, and misbehaviour. */
export async function startConnectProxy({ to, tls }: ConnectProxySettings): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const sockets = new Set<Socket>();
  const server = tls === undefined ? createServer() : createSecureServer(tls);
  const note = (socket: Socket): Socket => {
    sockets.add(socket.on('error', () => undefined));
    return socket;
  };
  server.on('connection', note);
  server.on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
    const login = headers['proxy-authorization']?.replace(/^Basic /, '');
    asked.push({ authority: url, login: login && Buffer.from(login, 'base64').toString() });
    note(socket);
    if (typeof to === 'function') {
      to(socket);
      return;
    }
    const onward = note(connect(to, '127.0.0.1', () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n')));
    onward.pipe(socket).pipe(onward);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => void server.close(resolve));
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
