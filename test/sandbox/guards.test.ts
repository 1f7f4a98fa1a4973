import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import { anonymous, PortalClient, signedIn } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
});
afterEach(() => sandbox.close());

/** fetch would set Host itself. */
async function rawGet(path: string, headers: http.OutgoingHttpHeaders) {
  const { port } = new URL(sandbox.origin);
  const request = http.get({ host: '127.0.0.1', port, path, headers });
  const response = await new Promise<http.IncomingMessage>((resolve, reject) =>
    request.on('response', resolve).on('error', reject),
  );
  const body = JSON.parse(await text(response)) as { type?: string };
  return {
    status: response.statusCode,
    type: body.type?.replace('urn:problem-type:connect:', ''),
    headers: response.headers,
  };
}

describe('a request', () => {
  const portal = '/ak095/api/v1/portal';

  test.each(['127.0.0.1', 'localhost', '[::1]'])('to %s and the right port is heard', async (name) => {
    const { port } = new URL(sandbox.origin);
    expect(await rawGet(portal, { host: `${name}:${port}` })).toMatchObject({ status: 200 });
    expect(await rawGet(portal, { host: name })).toMatchObject({ status: 421, type: 'foreign-host' });
    expect(await rawGet(portal, { host: `${name}:1` })).toMatchObject({ status: 421, type: 'foreign-host' });
  });

  test.each(['attacker.example', '127.0.0.1.attacker.example', 'LOCALHOST.', ''])(
    'to the host %j is refused',
    async (name) => {
      const { port } = new URL(sandbox.origin);
      expect(await rawGet(portal, { host: `${name}:${port}` })).toMatchObject({ status: 421, type: 'foreign-host' });
      expect(await rawGet('/_sandbox/outbox', { host: `${name}:${port}` })).toMatchObject({
        status: 421,
        type: 'foreign-host',
      });
    },
  );

  test.each(['https://attacker.example', 'null', 'http://localhost'])(
    'with the origin %s is refused',
    async (origin) => {
      const answer = await rawGet(portal, { host: new URL(sandbox.origin).host, origin });
      expect(answer).toMatchObject({ status: 403, type: 'foreign-origin' });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test('reaches the loopback interface only', async () => {
    const { port } = new URL(sandbox.origin);
    const reached = await new Promise<boolean>((resolve) => {
      const socket = net.connect({ host: '127.0.0.2', port: Number(port) });
      socket
        .on('connect', () => {
          resolve(true);
          socket.destroy();
        })
        .on('error', () => {
          resolve(false);
        });
    });
    expect(reached).toBe(false);
  });
});

describe('an answer', () => {
  test('carries the name of the request, and the time of the sandbox', async () => {
    const named = await anonymous(sandbox).get('/portal', { headers: { 'x-request-id': 'my-request.1' } });
    expect(named.headers.get('x-request-id')).toBe('my-request.1');
    expect(named.headers.get('date')).toBe('Fri, 20 Nov 2026 08:00:00 GMT');
    const unnamed = await anonymous(sandbox).get('/portal', { headers: { 'x-request-id': 'no name, but a <script>' } });
    expect(unnamed.headers.get('x-request-id')).toMatch(/^req_\w{12}$/);
    const refused = await anonymous(sandbox).get('/me', { headers: { 'x-request-id': 'my-request.2' } });
    expect(refused.body).toMatchObject({ instance: 'urn:request:my-request.2' });
  });
});

describe('what the portal does not know', () => {
  test.each([
    ['/ak095/api/v1/nothing', 404, 'not-found'],
    ['/ak999/api/v1/portal', 404, 'not-found'],
    ['/ak95/api/v1/portal', 404, 'not-found'],
    ['/', 404, 'not-found'],
    ['/ak095/api/v1/clients/%ZZ', 400, 'malformed'],
    [`/ak095/api/v1/clients/${'9'.repeat(200)}`, 400, 'malformed'],
  ])('%s is answered with a problem', async (path, status, problem) => {
    expect(await new PortalClient(sandbox.origin).get(path)).toMatchObject({ status, problem });
  });

  test('a method that is not there says which are', async () => {
    const refused = await anonymous(sandbox).send('PUT', '/me');
    expect(refused).toMatchObject({ status: 405, problem: 'method-not-allowed' });
    expect(refused.headers.get('allow')).toBe('GET, PATCH');
  });

  test.each([
    ['no JSON', '{', 'application/json', 400, 'malformed'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'application/json', 400, 'malformed'],
    ['nothing', '', 'application/json', 400, 'malformed'],
    ['another media type', 'a=b', 'application/x-www-form-urlencoded', 415, 'media-type-unsupported'],
    ['text', '{}', 'text/plain', 415, 'media-type-unsupported'],
    [
      'too much',
      JSON.stringify({ userName: 'a', password: 'b'.repeat(2 ** 20) }),
      'application/json',
      413,
      'too-large',
    ],
  ])('a body of %s is refused', async (_what, bytes, type, status, problem) => {
    expect(await anonymous(sandbox).post('/login/password', undefined, { raw: { type, bytes } })).toMatchObject({
      status,
      problem,
    });
  });

  test('a body where none is wanted is refused', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    expect(await anna.send('DELETE', '/session', { a: 1 })).toMatchObject({
      status: 400,
      problem: 'malformed',
    });
  });

  test.each([
    [{ userName: 'anna.muster' }, '/password', "must have required property 'password'"],
    [{ userName: 'anna.muster', password: 'x', remember: true }, '/remember', 'must NOT have additional properties'],
    [{ userName: 'anna.muster', password: 5 }, '/password', 'must be string'],
    [{ userName: 'anna muster', password: 'x' }, '/userName', 'must match pattern "^\\S+$"'],
  ])('members that are not in the contract: %j', async (body, pointer, detail) => {
    expect(await anonymous(sandbox).post('/login/password', body)).toMatchObject({
      status: 422,
      problem: 'validation-failed',
      body: { errors: [{ pointer, detail }] },
    });
  });

  test('parameters that are not in the contract', async () => {
    const anna = await signedIn(sandbox, 'anna.muster');
    const invalid = (pointer: string) => ({
      status: 422,
      problem: 'validation-failed',
      body: { errors: [{ pointer }] },
    });
    expect(await anna.get('/clients/10001.00/users?state=active')).toMatchObject(invalid('state'));
    expect(await anna.get('/clients/10001.00/users?status=gone')).toMatchObject(invalid('status'));
    expect(await anna.get('/clients/10001.00/users/no-id')).toMatchObject(invalid('user'));
    expect(await anna.patch('/me', { language: 'de' }, { match: '*' })).toMatchObject(invalid('if-match'));
  });

  test('is refused before anybody asks whether it is right, but after who asks', async () => {
    expect(await anonymous(sandbox).get('/clients/10001.00/users?state=active')).toMatchObject({ status: 401 });
    const upload = await anonymous(sandbox).upload(
      '/clients/10001.00/salary-declarations?fileName=a',
      'application/xml',
      '<a/>',
    );
    expect(upload).toMatchObject({ status: 401, problem: 'session-expired' });
  });
});

test('during maintenance the portal says when it opens again', async () => {
  const { maintenance } = (await anonymous(sandbox).get('/portal')).body as {
    maintenance: { from: string; until: string }[];
  };
  sandbox.clock.advance(Date.parse(maintenance[0]!.from) - sandbox.clock.now().getTime() + 3_600_000);
  const closed = await anonymous(sandbox).post('/login/password', {
    userName: 'anna.muster',
    password: seededPassword,
  });
  expect(closed).toMatchObject({ status: 503, problem: 'maintenance' });
  expect(closed.headers.get('retry-after')).toBe(String(5 * 3600));
  expect(await anonymous(sandbox).get('/portal')).toMatchObject({ status: 200, body: { maintenance } });
  sandbox.clock.advance(5 * 3_600_000);
  expect(await signedIn(sandbox, 'anna.muster').then((anna) => anna.get('/me'))).toMatchObject({ status: 200 });
  expect(await anonymous(sandbox).get('/portal')).toMatchObject({ body: { maintenance: [] } });
});
