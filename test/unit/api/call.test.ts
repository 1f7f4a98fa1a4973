import { expect, test } from 'vitest';
import fc from 'fast-check';
import { path, toHttp } from '../../../src/api/call.js';
import type { Call } from '../../../src/api/call.js';
import { portalAddress } from '../../../src/config/portal-address.js';
import type { ConnectError } from '../../../src/errors.js';
import type { HttpRequest } from '../../../src/platform/ports.js';
import { Secret } from '../../../src/secret.js';
import { wireTo } from '../../support/tiny-portal.js';

const origin = 'http://127.0.0.1:9';
const http = (call: Call, token?: Secret): HttpRequest => toHttp(wireTo(origin), call, token, 'request-1');
const get = (where: string): string => http({ method: 'GET', path: where }).url.href;

test.each([
  ['plain', '/clients/plain/users'],
  ['10001.00', '/clients/10001.00/users'],
  ['a/b', '/clients/a%2Fb/users'],
  ['a\\b', '/clients/a%5Cb/users'],
  ['%2f', '/clients/%252f/users'],
  ['?x#y', '/clients/%3Fx%23y/users'],
  ['../..', '/clients/..%2F../users'],
  ['Zoë 👍', '/clients/Zo%C3%AB%20%F0%9F%91%8D/users'],
])('an id %j stays one segment', (id, expected) => {
  expect(get(path`/clients/${id}/users`)).toBe(`${origin}/ak095/api/v1${expected}`);
});

// Even escaped they mean “here” and “above” in a URL, so nothing of that name can be asked for.
test.each(['.', '..'])('an id “%s” never leads to another resource: there is nothing of that name', (id) => {
  expect(() => get(path`/clients/10001.00/users/${id}/deactivation`)).toThrow(
    expect.objectContaining({ code: 'not-found', exitCode: 3 }) as ConnectError,
  );
});

test('whatever an id is, the request stays below its collection at the same origin', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => !/^\.{1,2}$/.test(id)),
      (id) => {
        const url = new URL(get(path`/clients/${id}/users`));
        expect(url.origin).toBe(origin);
        expect(url.pathname).toMatch(/^\/ak095\/api\/v1\/clients\/[^/]+\/users$/);
        expect(decodeURIComponent(url.pathname.split('/')[5] ?? '')).toBe(id);
      },
    ),
  );
});

test('a path that leads to another origin is refused before a token is on its way', () => {
  const wire = {
    ...wireTo(origin),
    address: { ...portalAddress(`${origin}/ak095`), api: 'http://127.0.0.1:9@evil.example' },
  };
  expect(() => toHttp(wire, { method: 'GET', path: '/x' }, new Secret('token'), 'request-1')).toThrow(/must not leave/);
});

test('a query leaves out what is undefined, repeats lists, and escapes values', () => {
  const { url } = http({
    method: 'GET',
    path: '/users',
    query: { q: 'a&b=c d', limit: 10, administrator: false, cursor: undefined, theme: ['x', 'y'] },
  });
  expect(url.search).toBe('?q=a%26b%3Dc+d&limit=10&administrator=false&theme=x&theme=y');
});

test('a read carries its headers and no body', () => {
  const { method, headers, body, timeoutMs } = http({ method: 'GET', path: '/users' });
  expect({ method, headers, body, timeoutMs }).toEqual({
    method: 'GET',
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': 'de',
      'user-agent': 'connect-cli',
      'x-request-id': 'request-1',
    },
    body: undefined,
    timeoutMs: 5000,
  });
});

test('a change carries its key, its token and its JSON; headers of the call come last', () => {
  const { headers, body } = http(
    {
      method: 'POST',
      path: '/users',
      json: { a: 'ä' },
      idempotencyKey: 'key-1',
      accept: 'text/x',
      headers: { 'if-match': '"1"' },
    },
    new Secret('token'),
  );
  expect({ headers, body }).toEqual({
    headers: {
      accept: 'text/x',
      'accept-language': 'de',
      'user-agent': 'connect-cli',
      'x-request-id': 'request-1',
      'content-type': 'application/json',
      'idempotency-key': 'key-1',
      authorization: 'Bearer token',
      'if-match': '"1"',
    },
    body: '{"a":"ä"}',
  });
});
