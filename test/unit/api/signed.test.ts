import { expect, test } from 'vitest';
import type { Call } from '../../../src/api/call.js';
import { requestJson } from '../../../src/api/request.js';
import type { Sign, Signer } from '../../../src/api/wire.js';
import { ConnectError } from '../../../src/errors.js';
import { breakOff, problem, tinyPortal, wireTo } from '../../support/tiny-portal.js';

const call: Call = { method: 'POST', path: '/x', effect: 'change', idempotencyKey: 'key-1', signed: true, json: {} };

/** Signs with numbers in a row, and counts how often it was asked to get ready. */
function counting(): Signer & { begun: number } {
  let number = 0;
  const sign: Sign = (request) => {
    number += 1;
    return Promise.resolve({ ...request, headers: { ...request.headers, signature: `signature-${number}` } });
  };
  const signer = {
    begun: 0,
    begin: () => {
      signer.begun += 1;
      return Promise.resolve(sign);
    },
  };
  return signer;
}

const codeOf = (error: unknown) => (error instanceof ConnectError ? error.code : error);

test('the key is got ready once, and every attempt is signed anew', async () => {
  const portal = await tinyPortal(breakOff, problem(503, 'unavailable'), { json: {} });
  const signer = counting();
  await requestJson(wireTo(portal.origin, { signer }), call);
  expect(signer.begun).toBe(1);
  const signatures = portal.received.map(({ headers }) => headers['signature']);
  expect(signatures).toEqual(['signature-1', 'signature-2', 'signature-3']);
});

test('what the contract does not want signed is not', async () => {
  const portal = await tinyPortal({ json: {} });
  const signer = counting();
  const { signed: _signed, ...plain } = call;
  await requestJson(wireTo(portal.origin, { signer }), plain);
  expect([signer.begun, portal.received[0]?.headers['signature']]).toEqual([0, undefined]);
});

test('a session without a key sends what it has to send unsigned', async () => {
  const portal = await tinyPortal({ json: {} });
  await requestJson(wireTo(portal.origin, { signer: { begin: () => Promise.resolve(undefined) } }), call);
  expect(portal.received[0]?.headers['signature']).toBeUndefined();
});

test('without the key that the session has, nothing is sent', async () => {
  const portal = await tinyPortal({ json: {} });
  const signer: Signer = { begin: () => Promise.reject(new ConnectError('signing-key-missing', { key: 'k' })) };
  const code = await requestJson(wireTo(portal.origin, { signer }), call).catch(codeOf);
  expect([code, portal.received.length]).toEqual(['signing-key-missing', 0]);
});

test.each(['signature-missing', 'signature-invalid'])(
  '%s is told as it is, but says nothing of an attempt before it that may have arrived',
  async (type) => {
    const refused = problem(401, type);
    const once = await tinyPortal(refused);
    expect(await requestJson(wireTo(once.origin), call).catch(codeOf)).toBe(type);
    const twice = await tinyPortal(breakOff, refused);
    expect(await requestJson(wireTo(twice.origin), call).catch(codeOf)).toBe('outcome-unknown');
  },
);
