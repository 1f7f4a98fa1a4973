import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Portal } from '../portal.js';
import type { TlsMaterial } from '../tls/material.js';
import { assign } from './context.js';
import { routerFor } from './router.js';

/** The port is taken. */
export class PortInUse extends Error {}

/** Serves a portal on the loopback interface, with TLS if it has certificates. Port 0 means any. */
export async function serve(portal: Portal, port: number, contractFile: string | undefined): Promise<Server> {
  const router = await routerFor(contractFile);
  const server = serverFor(portal.tls, (request, response) => {
    assign(request, portal);
    router.routing(request, response);
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(`port ${String(port)} is in use`) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

/** A client may present a certificate; whether it is good for anything is said by the login that it is meant for. */
function serverFor(tls: TlsMaterial | undefined, listener: RequestListener): Server {
  if (tls === undefined) return createServer(listener);
  const { server, authority } = tls;
  return createTlsServer(
    {
      cert: server.certificate,
      key: server.key,
      ca: authority,
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
    },
    listener,
  );
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Ends at once; nobody waits for idle connections. */
export async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
