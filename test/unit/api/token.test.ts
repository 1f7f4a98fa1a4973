import { expect, test } from 'vitest';
import { messagesApi } from '../../../src/api/messages.js';
import { loginApi } from '../../../src/api/login.js';
import { exchange, requestJson } from '../../../src/api/request.js';
import type { Authorizer } from '../../../src/api/wire.js';
import { ConnectError } from '../../../src/errors.js';
import { Secret } from '../../../src/secret.js';
import { breakOff, problem, tinyPortal, wireTo } from '../../support/tiny-portal.js';

/** Gives `token-1`, and after each rejection the next one. */
class Tokens implements Authorizer {
  readonly rejected: string[] = [];
  #number = 1;

  token(): Promise<Secret> {
    return Promise.resolve(new Secret(`token-${this.#number}`));
  }

  replace(rejected: Secret): Promise<Secret> {
    this.rejected.push(rejected.reveal());
    this.#number += 1;
    return this.token();
  }
}

const call = { method: 'GET', path: '/users' } as const;
const expired = problem(401, 'session-expired');
const sent = ({ received }: Awaited<ReturnType<typeof tinyPortal>>): (string | undefined)[] =>
  received.map(({ headers }) => headers.authorization);

test('a token goes along in its header', async () => {
  const portal = await tinyPortal({ json: {} });
  await requestJson(wireTo(portal.origin, { authorizer: new Tokens() }), call);
  expect(sent(portal)).toEqual(['Bearer token-1']);
});

test.each([301, 302, 303, 307, 308])(
  'a redirect with %i is told, never followed, and the token goes nowhere else',
  async (status) => {
    const elsewhere = await tinyPortal({ json: { stolen: true } });
    const portal = await tinyPortal({ status, headers: { location: `${elsewhere.origin}/ak095/api/v1/users` } });
    const wire = wireTo(portal.origin, { authorizer: new Tokens() });
    await expect(requestJson(wire, call)).rejects.toMatchObject({ code: 'portal-redirects', exitCode: 6 });
    expect([portal.received.length, elsewhere.received.length]).toEqual([1, 0]);
  },
);

test('a redirect to the same portal is not followed either', async () => {
  const portal = await tinyPortal({ status: 302, headers: { location: '/ak095/api/v1/other' } }, { json: {} });
  await expect(requestJson(wireTo(portal.origin, { authorizer: new Tokens() }), call)).rejects.toMatchObject({
    code: 'portal-redirects',
  });
  expect(portal.received).toHaveLength(1);
});

test('a token that the portal does not take any more is replaced once, and the request sent again', async () => {
  const portal = await tinyPortal(expired, { json: { done: true } });
  const authorizer = new Tokens();
  expect(await requestJson(wireTo(portal.origin, { authorizer }), call)).toEqual({ done: true });
  expect([sent(portal), authorizer.rejected]).toEqual([['Bearer token-1', 'Bearer token-2'], ['token-1']]);
});

test('a second refusal may come of a renewal that was begun long ago: its token is replaced, too', async () => {
  const portal = await tinyPortal(expired, expired, { json: {} });
  const authorizer = new Tokens();
  expect(await requestJson(wireTo(portal.origin, { authorizer }), call)).toEqual({});
  expect([sent(portal).length, authorizer.rejected]).toEqual([3, ['token-1', 'token-2']]);
});

test('a third refusal is believed', async () => {
  const portal = await tinyPortal(expired, expired, expired, { json: {} });
  const authorizer = new Tokens();
  await expect(requestJson(wireTo(portal.origin, { authorizer }), call)).rejects.toMatchObject({
    code: 'session-expired',
    exitCode: 4,
  });
  expect([sent(portal).length, authorizer.rejected]).toEqual([3, ['token-1', 'token-2']]);
});

test('a change is sent again with the new token, since the portal did not look at it', async () => {
  const portal = await tinyPortal(expired, { status: 201, json: { done: true } });
  const wire = wireTo(portal.origin, { authorizer: new Tokens() });
  await requestJson(wire, { method: 'POST', path: '/users', effect: 'change', json: { a: 1 } });
  expect(portal.received.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
});

/** Gives one token, and knows no other. */
const last: Authorizer = {
  token: () => Promise.resolve(new Secret('token-1')),
  replace: () => Promise.reject(new ConnectError('session-expired')),
};

test.each([
  ['can not be renewed', last],
  ['is not taken although it was renewed', new Tokens()],
])('a lost answer is not forgotten because the session %s before the repetition', async (_what, authorizer) => {
  const portal = await tinyPortal(breakOff, expired, expired, expired);
  const change = { method: 'POST', path: '/users', effect: 'change', idempotencyKey: 'key-1', json: {} } as const;
  await expect(requestJson(wireTo(portal.origin, { authorizer }), change)).rejects.toMatchObject({
    code: 'outcome-unknown',
    exitCode: 9,
  });
});

test.each(['session-revoked', 'token-reused', 'user-deactivated'])(
  '%s is final: no other token is asked for',
  async (type) => {
    const portal = await tinyPortal(problem(401, type), { json: {} });
    const authorizer = new Tokens();
    await expect(requestJson(wireTo(portal.origin, { authorizer }), call)).rejects.toMatchObject({
      code: type,
      exitCode: 4,
    });
    expect(authorizer.rejected).toEqual([]);
  },
);

test('an anonymous call carries no token, and one with a bearer of its own carries that and replaces nothing', async () => {
  const portal = await tinyPortal({ json: {} }, expired);
  const authorizer = new Tokens();
  const wire = wireTo(portal.origin, { authorizer });
  await requestJson(wire, { ...call, anonymous: true });
  await expect(requestJson(wire, { ...call, bearer: new Secret('refresh') })).rejects.toMatchObject({
    code: 'session-expired',
  });
  expect([sent(portal), authorizer.rejected]).toEqual([[undefined, 'Bearer refresh'], []]);
});

test('the renewal of a session is anonymous: only the refresh token in its body speaks', async () => {
  const portal = await tinyPortal(problem(401, 'session-revoked'));
  const login = loginApi(wireTo(portal.origin, { authorizer: new Tokens() }));
  await expect(login.refresh(new Secret('refresh-1'), 'key-1')).rejects.toMatchObject({ code: 'session-revoked' });
  const found = portal.received.map(({ headers, body }) => [headers.authorization, headers['idempotency-key'], body]);
  expect(found).toEqual([[undefined, 'key-1', '{"refreshToken":"refresh-1"}']]);
});

test('where nobody is signed in nothing is sent', async () => {
  const portal = await tinyPortal({ json: {} });
  const authorizer: Authorizer = {
    token: () => Promise.reject(new ConnectError('not-signed-in')),
    replace: () => Promise.reject(new Error('unused')),
  };
  await expect(requestJson(wireTo(portal.origin, { authorizer }), call)).rejects.toMatchObject({
    code: 'not-signed-in',
  });
  expect(portal.received).toEqual([]);
});

test('a document that breaks off is fetched again from its start, by the same token', async () => {
  const half = (response: Parameters<typeof breakOff>[0]): void => {
    response.writeHead(200, { 'content-length': '8' });
    response.write('%PDF', () => response.socket?.destroy());
  };
  const portal = await tinyPortal(half, { text: '%PDF-1.7' });
  const read: string[] = [];
  const wire = wireTo(portal.origin, { authorizer: new Tokens() });
  const length = await messagesApi(wire).document('10001.00', 'msg_1', 'doc_1', async (bytes) => {
    let content = '';
    read.push('begin');
    for await (const piece of bytes) content += Buffer.from(piece).toString();
    return content.length;
  });
  expect([length, read, sent(portal)]).toEqual([8, ['begin', 'begin'], ['Bearer token-1', 'Bearer token-1']]);
});

test('an error that reading throws ends the exchange as it is, and the next request goes through', async () => {
  const portal = await tinyPortal({ text: 'x'.repeat(100_000) }, { json: { next: true } });
  const wire = wireTo(portal.origin);
  const full = new ConnectError('file-unwritable', { file: 'a', reason: 'ENOSPC' });
  await expect(exchange(wire, call, () => Promise.reject(full))).rejects.toBe(full);
  expect(await requestJson(wire, call)).toEqual({ next: true });
});
