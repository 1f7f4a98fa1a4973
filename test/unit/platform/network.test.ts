import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConnectError } from '../../../src/errors.js';
import { undiciNetwork } from '../../../src/platform/network.js';
import { NetworkError } from '../../../src/platform/ports.js';
import type { Env, HttpAnswer, HttpRequest, Network } from '../../../src/platform/ports.js';
import { authority } from '../../support/authority.js';
import { emptyFolder } from '../../support/folder.js';
import { startRelay } from '../../support/relay.js';
import { tinyPortal } from '../../support/tiny-portal.js';

function network(env: Env = {}): Network {
  const opened = undiciNetwork(env);
  onTestFinished(() => opened.close());
  return opened;
}

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  ...{ method: 'GET', url: new URL(url), headers: {}, timeoutMs: 5000 },
  ...more,
});

async function textOf({ body }: HttpAnswer): Promise<string> {
  let text = '';
  for await (const piece of body) text += Buffer.from(piece).toString();
  return text;
}

/** A server that does as it likes with its connections; gives its port. */
async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => void server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** How a request fails: as a fault of the network, or with an error of ours. */
async function failureOf(sending: Promise<HttpAnswer>): Promise<unknown> {
  try {
    return `answered: ${await textOf(await sending)}`;
  } catch (error) {
    if (error instanceof NetworkError) return [error.fault, error.mayHaveArrived];
    return error instanceof ConnectError ? error.code : error;
  }
}

test('a request and its answer travel as they are', async () => {
  const portal = await tinyPortal({ status: 418, headers: { etag: '"1"', 'x-both': 'a' }, text: 'tea' });
  const answer = await network().send(
    request(`${portal.origin}/a/b?c=d%20e`, { method: 'PATCH', headers: { 'x-own': 'y' }, body: 'ä' }),
  );
  expect([answer.status, answer.headers['etag'], await textOf(answer)]).toEqual([418, '"1"', 'tea']);
  expect(portal.received).toMatchObject([
    { method: 'PATCH', url: '/a/b?c=d%20e', body: 'ä', headers: { 'x-own': 'y' } },
  ]);
});

test('a header that comes twice is one with commas', async () => {
  const portal = await tinyPortal((response) => response.writeHead(200, { link: ['<a>', '<b>'] }).end());
  expect((await network().send(request(portal.origin))).headers['link']).toBe('<a>, <b>');
});

test('a redirect is an answer like any other, and a cookie is not kept', async () => {
  const portal = await tinyPortal({ status: 302, headers: { location: '/elsewhere', 'set-cookie': 'a=b' } }, {});
  const one = network();
  expect((await one.send(request(portal.origin))).status).toBe(302);
  await one.send(request(portal.origin));
  expect(portal.received.map(({ url, headers }) => [url, headers.cookie])).toEqual([
    ['/', undefined],
    ['/', undefined],
  ]);
});

test('nobody listens: refused, and surely not arrived', async () => {
  const { origin, close } = await tinyPortal();
  await close();
  expect(await failureOf(network().send(request(origin, { method: 'POST', body: '{}' })))).toEqual(['refused', false]);
});

/** A request to a server that does this as soon as it hears something. */
async function sentTo(act: (socket: Socket) => void): Promise<unknown> {
  const port = await listening(createServer((socket) => socket.once('data', () => act(socket))));
  return failureOf(network().send(request(`http://127.0.0.1:${port}`, { method: 'POST', body: '{}', timeoutMs: 40 })));
}

const half = 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal';

test.each<[string, (socket: Socket) => void]>([
  ['hangs up', (socket) => socket.destroy()],
  ['hangs up in the headers', (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Le', () => socket.destroy())],
  ['hangs up in the body', (socket) => socket.write(half, () => socket.destroy())],
  ['speaks something else', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
])('a request to a server that %s is lost, and may have arrived', async (_what, act) => {
  expect(await sentTo(act)).toEqual(['lost', true]);
});

test('a server that falls silent, before or in its answer, is waited for as long as was said, and the request may have arrived', async () => {
  const silences = [
    () => undefined,
    (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\n'),
    (socket: Socket) => socket.write(half),
  ];
  const silent = ['silent', true];
  expect(await Promise.all(silences.map(sentTo))).toEqual([silent, silent, silent]);
});

test('an interruption ends a request, before the answer and in its middle', async () => {
  const port = await listening(
    createServer((socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal')),
  );
  const interruption = new AbortController();
  const { body } = await network().send(request(`http://127.0.0.1:${port}`, { signal: interruption.signal }));
  const reading = (async (): Promise<void> => {
    for await (const piece of body) if (piece.length > 0) interruption.abort();
  })();
  await expect(reading).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 });
  expect(await failureOf(network().send(request(`http://127.0.0.1:${port}`, { signal: interruption.signal })))).toBe(
    'interrupted',
  );
});

test('a body of ours that fails is not taken for the network’s fault', async () => {
  const portal = await tinyPortal({});
  // eslint-disable-next-line @typescript-eslint/require-await -- a file that vanishes while it is read
  const body = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<salary');
    throw new ConnectError('file-unreadable', { file: 'a', reason: 'EIO' });
  };
  expect(await failureOf(network().send(request(portal.origin, { method: 'POST', body: body() })))).toBe(
    'file-unreadable',
  );
});

test('a certificate that nobody vouches for ends the connection before the request, whatever the environment says', async () => {
  let received = '';
  const server = createTlsServer(
    authority().issue(['127.0.0.1']),
    (socket) => void socket.on('data', (data) => (received += String(data))),
  );
  const url = `https://127.0.0.1:${await listening(server)}`;
  const send = (): Promise<unknown> =>
    failureOf(network().send(request(url, { headers: { authorization: 'Bearer t' }, timeoutMs: 2000 })));
  expect(await send()).toEqual(['certificate', false]);
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  try {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    expect([await send(), received]).toEqual([['certificate', false], '']);
  } finally {
    if (before !== undefined) process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    else delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  }
});

test('a portal on this computer is known by a file of certificates, too, and each origin has its own way', async () => {
  const own = authority();
  const ca = path.join(await emptyFolder(), 'ca.pem');
  await writeFile(ca, own.pem);
  const plain = await tinyPortal({ text: 'plain' }, { text: 'as plain' });
  const relay = await startRelay(plain.origin, own.issue(['127.0.0.1']));
  const one = network();
  const caFiles = [{ file: ca, from: '--ca-file' }];
  expect(await textOf(await one.send(request(plain.origin, { caFiles })))).toBe('plain');
  const url = `https://127.0.0.1:${new URL(relay.origin).port}`;
  expect(await failureOf(one.send(request(url, { caFiles })))).toEqual('answered: as plain');
  expect(await failureOf(network().send(request(url)))).toEqual(['certificate', false]);
});

/** A proxy that notes whom it is asked to reach, and then does this. */
async function proxy(
  act: (socket: Socket, asked: readonly string[]) => void,
): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const port = await listening(
    createServer((socket) => {
      socket.once('data', (data) => {
        asked.push(data.toString().split('\r\n')[0] ?? '');
        act(socket, asked);
      });
    }),
  );
  return { url: `http://127.0.0.1:${port}`, asked };
}

const refusing = (socket: Socket): void => void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');

test.each<[string, (url: string) => Env]>([
  ['HTTPS_PROXY', (url) => ({ HTTPS_PROXY: url })],
  ['https_proxy', (url) => ({ https_proxy: url })],
  ['HTTPS_PROXY beside an empty https_proxy', (url) => ({ https_proxy: '', HTTPS_PROXY: url })],
  ['HTTPS_PROXY with NO_PROXY for another host', (url) => ({ HTTPS_PROXY: url, NO_PROXY: 'b.invalid' })],
])('a portal is reached through the proxy of %s', async (_what, env) => {
  const { url, asked } = await proxy(refusing);
  await expect(network(env(url)).send(request('https://a.invalid/ak095'))).rejects.toBeInstanceOf(NetworkError);
  expect(asked).toEqual(['CONNECT a.invalid:443 HTTP/1.1']);
});

test('a proxy that hangs up is not asked again and again', async () => {
  const { url, asked } = await proxy((socket, { length }) => {
    if (length < 20) socket.destroy();
    else refusing(socket);
  });
  await expect(network({ HTTPS_PROXY: url }).send(request('https://a.invalid/'))).rejects.toBeInstanceOf(NetworkError);
  expect(asked).toHaveLength(1);
});

test('an interruption ends the wait for a proxy, and closing gives its connection up', async () => {
  const interruption = new AbortController();
  let hungUp: Promise<unknown> | undefined;
  const { url } = await proxy((socket) => {
    hungUp = once(socket, 'close');
    interruption.abort();
  });
  const one = network({ HTTPS_PROXY: url });
  const sending = failureOf(
    one.send(request('https://a.invalid/', { signal: interruption.signal, timeoutMs: 60_000 })),
  );
  expect(await sending).toBe('interrupted');
  await one.close();
  await hungUp;
});

test('the practice portal on this computer is reached without the proxy', async () => {
  const { url, asked } = await proxy(refusing);
  const portal = await tinyPortal({ text: 'hello' });
  const one = network({ HTTPS_PROXY: url, https_proxy: url });
  expect(await textOf(await one.send(request(portal.origin)))).toBe('hello');
  // No TLS is spoken there, which shows that it was asked itself.
  await expect(one.send(request(portal.origin.replace('http:', 'https:')))).rejects.toBeInstanceOf(NetworkError);
  expect(asked).toEqual([]);
});

test('closing what was never used is nothing, and twice does no harm', async () => {
  const unused = undiciNetwork({});
  await unused.close();
  await expect(unused.close()).resolves.toBeUndefined();
});
