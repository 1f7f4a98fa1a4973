import { expect, test } from 'vitest';
import { drain, readJson } from '../../../src/api/body.js';
import { codesApi } from '../../../src/api/codes.js';
import { shape } from '../../../src/api/decode.js';
import type { Shape } from '../../../src/api/decode.js';
import { exchange, requestJson, requestTagged } from '../../../src/api/request.js';
import { usersApi } from '../../../src/api/users.js';
import type { NewCodeRequest } from '../../../contract/portal.gen.js';
import { tinyPortal, wireTo } from '../../support/tiny-portal.js';
import type { Answer } from '../../support/tiny-portal.js';

const address = { origin: 'https://a.example', href: 'https://a.example/ak095', api: 'https://a.example/ak095/api/v1' };

test.each<[string, unknown, Shape<Record<string, unknown>>, string | undefined]>([
  [
    'everything there',
    { id: 'a', n: 1, ok: true, all: [], one: {} },
    { id: 'string', n: 'number', ok: 'boolean', all: 'array', one: 'object' },
    undefined,
  ],
  ['more than expected', { id: 'a', extra: 1 }, { id: 'string' }, undefined],
  ['null where it is allowed', { id: null, one: null }, { id: 'string?', one: 'object?' }, undefined],
  ['null where it is not', { id: null }, { id: 'string' }, 'id'],
  ['a missing member', {}, { id: 'string' }, 'id'],
  ['a missing member that may be null', {}, { id: 'string?' }, 'id'],
  ['a number as text', { n: '1' }, { n: 'number' }, 'n'],
  ['an object for a list', { all: {} }, { all: 'array' }, 'all'],
  ['a list for an object', { one: [] }, { one: 'object' }, 'one'],
  ['a text for an object', { one: 'x' }, { one: 'object' }, 'one'],
  ['no object at all', 'login page', { id: 'string' }, 'id'],
  ['nothing at all', undefined, { id: 'string' }, 'id'],
  ['null', null, { id: 'string' }, 'id'],
])('an answer is held against what we rely on: %s', (_what, value, expected, member) => {
  const checked = (): unknown => shape({ address }, expected, value);
  const malformed = { code: 'portal-answer-malformed', exitCode: 6, params: { portal: address.href, member } };
  if (member === undefined) expect(checked()).toBe(value);
  else expect(checked).toThrow(expect.objectContaining(malformed) as Error);
});

// eslint-disable-next-line @typescript-eslint/require-await -- pieces at hand as a stream
async function* pieces(count: number, piece: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield piece;
}

test('JSON is put together from pieces that cut characters in two', async () => {
  const bytes = Buffer.from('{"name":"Zoë 👍"}');
  const one = async function* (): AsyncGenerator<Uint8Array> {
    for (const byte of bytes) yield* pieces(1, Uint8Array.of(byte));
  };
  expect(await readJson(one())).toEqual({ name: 'Zoë 👍' });
});

test('an empty body is no value', async () => {
  expect(await readJson(pieces(0, new Uint8Array()))).toBeUndefined();
});

test('JSON of more than 64 MiB is refused before it is kept', async () => {
  const piece = Buffer.alloc(1024 * 1024, ' ');
  let taken = 0;
  const endless = async function* (): AsyncGenerator<Uint8Array> {
    for await (const one of pieces(10_000, piece)) {
      taken += 1;
      yield one;
    }
  };
  await expect(readJson(endless())).rejects.toThrow(SyntaxError);
  expect(taken).toBe(65);
});

test('draining a body swallows its end, however it comes', async () => {
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield* pieces(1, Buffer.from('x'));
    throw new Error('connection broke');
  };
  await expect(drain(broken())).resolves.toBeUndefined();
});

test('the tag of an answer comes along, for the edit that follows', async () => {
  const portal = await tinyPortal({ json: { id: 1 }, headers: { etag: '"v7"' } }, { json: { id: 2 } });
  const wire = wireTo(portal.origin);
  expect(await requestTagged(wire, { method: 'GET', path: '/x' })).toEqual({ value: { id: 1 }, etag: '"v7"' });
  expect(await requestTagged(wire, { method: 'GET', path: '/x' })).toEqual({ value: { id: 2 }, etag: '' });
});

const loginPage: Answer = { headers: { 'content-type': 'text/html' }, text: '<html>please log in</html>' };
const cut: Answer = { headers: { 'content-type': 'application/json' }, text: '{"id":"cod_1","refer' };

test.each([
  ['a login page', loginPage],
  ['JSON that ends in the middle', cut],
  ['nothing', {}],
  ['another shape', { json: { id: 7 } }],
])('a read that is answered with %s says that this is no portal', async (_what, answer) => {
  const portal = await tinyPortal(answer);
  await expect(codesApi(wireTo(portal.origin)).get('10001.00', 'cod_1')).rejects.toMatchObject({
    code: 'portal-answer-malformed',
    exitCode: 6,
  });
});

test.each([
  ['a login page', loginPage],
  ['JSON that ends in the middle', cut],
  ['nothing', {}],
  ['another shape', { json: { id: 7 } }],
  ['another status of success', { status: 202, json: { accepted: true } }],
])('a change that is answered with %s may have been made: its outcome is unknown', async (_what, answer) => {
  const portal = await tinyPortal(answer, answer);
  const wire = wireTo(portal.origin);
  const request: NewCodeRequest = { recipient: 'member', reason: 'other' };
  const unknown = { code: 'outcome-unknown', exitCode: 9 };
  await expect(codesApi(wire).create('10001.00', request, 'key-1')).rejects.toMatchObject(unknown);
  await expect(usersApi(wire).deactivate('10001.00', 'usr_1', '"v1"')).rejects.toMatchObject(unknown);
  expect(portal.received).toHaveLength(2);
});

test('what a reader throws by itself is not taken for the portal’s fault', async () => {
  const portal = await tinyPortal({ json: {} });
  const own = new TypeError('a bug of ours');
  await expect(exchange(wireTo(portal.origin), { method: 'GET', path: '/x' }, () => Promise.reject(own))).rejects.toBe(
    own,
  );
});

test('tracing tells method, path, status and number of each exchange, and neither query nor token nor body', async () => {
  const portal = await tinyPortal({ status: 503 }, (response) => response.socket?.destroy(), { json: {} });
  const lines: string[] = [];
  const wire = wireTo(portal.origin, { trace: (line) => lines.push(line) });
  await requestJson(wire, { method: 'GET', path: '/users', query: { q: 'hunter2' } });
  expect(lines).toEqual([
    'GET /ak095/api/v1/users → 503 request-1',
    'GET /ak095/api/v1/users → lost request-2',
    'GET /ak095/api/v1/users → 200 request-3',
  ]);
});
