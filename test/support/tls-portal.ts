import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import path from 'node:path';
import forge from 'node-forge';
import { onTestFinished } from 'vitest';
import { emptyFolder } from './folder.js';

const day = 86_400_000;

export interface TlsPortal {
  readonly port: number;
  /** The root to trust, as a file. */
  readonly caFile: string;
}

/** A portal that does no more than say who it is, with a certificate of a root of its own. */
export async function tlsPortal(host: string, { days = 100 } = {}): Promise<TlsPortal> {
  const [root, own] = [pairOfKeys(), pairOfKeys()];
  const [rootName, ownName] = [named('Practice Root'), named(host)];
  const rootPem = certificate(rootName, rootName, root.publicKey, root.privateKey, 3650, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]);
  const address = /^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host };
  const pem = certificate(ownName, rootName, own.publicKey, root.privateKey, days, [
    { name: 'subjectAltName', altNames: [address] },
  ]);
  const caFile = path.join(await emptyFolder(), 'root.pem');
  writeFileSync(caFile, rootPem);
  const key = forge.pki.privateKeyToPem(own.privateKey);
  const server = createServer({ key, cert: pem }, (_request, response) => {
    const info = { environment: 'production', fund: { number: '095', name: 'AK 95' } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(info));
  });
  return { port: await listening(server), caFile };
}

/** A forward proxy that leads everywhere to this computer; counts its tunnels. */
export async function tunnelProxy(): Promise<{ readonly port: number; readonly tunnels: string[] }> {
  const tunnels: string[] = [];
  const proxy = createProxy().on('connect', ({ url = '' }, client: Socket) => {
    tunnels.push(url);
    const onward = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client).pipe(onward);
    });
    for (const [one, other] of [
      [onward, client],
      [client, onward],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  return { port: await listening(proxy), tunnels };
}

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function pairOfKeys(): forge.pki.rsa.KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { publicKey: forge.pki.publicKeyFromPem(publicKey), privateKey: forge.pki.privateKeyFromPem(privateKey) };
}

const named = (value: string): forge.pki.CertificateField[] => [{ name: 'commonName', value }];

function certificate(
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  publicKey: forge.pki.rsa.PublicKey,
  signedWith: forge.pki.rsa.PrivateKey,
  days: number,
  extensions: object[],
): string {
  const made = forge.pki.createCertificate();
  made.publicKey = publicKey;
  made.serialNumber = '01';
  made.validity.notBefore = new Date(Date.now() - 365 * day);
  // Half a day more, so that whole days are counted.
  made.validity.notAfter = new Date(Date.now() + (days + 0.5) * day);
  made.setSubject(subject);
  made.setIssuer(issuer);
  made.setExtensions(extensions);
  made.sign(signedWith, forge.md.sha256.create());
  return forge.pki.certificateToPem(made);
}
