import { generateKeyPairSync } from 'node:crypto';
import { CompactSign, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { verifyJws } from '../../../src/platform/jws.js';
import { fundKey, receipt, signed } from '../../support/receipts.js';

const { signature } = receipt(1);
const [header = '', payload = '', bytes = ''] = signature.split('.');
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('what the named key has signed is given back with the key', async () => {
  const others = [{ ...fundKey, kid: 'other' }, fundKey];
  expect(await verifyJws(signature, others)).toEqual({
    payload: Buffer.from(payload, 'base64url').toString(),
    key: fundKey,
  });
});

/** A signature of somebody else’s, with whatever he says of it. */
const foreign = async (alg: string): Promise<string> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return new CompactSign(Buffer.from('{}')).setProtectedHeader({ alg, kid: 'fund-1' }).sign(privateKey);
};

test.each([
  ['nothing', '', 'malformed'],
  ['no JWS', 'abc', 'malformed'],
  ['a header that is no JSON', `bm9uc2Vuc2U.${payload}.${bytes}`, 'malformed'],
  ['an unsigned one', `${encoded({ alg: 'none', kid: 'fund-1' })}.${payload}.`, 'algorithm'],
  ['a symmetric one', `${encoded({ alg: 'HS256', kid: 'fund-1' })}.${payload}.${bytes}`, 'algorithm'],
  ['one without a key’s name', signed({}, { alg: 'EdDSA' }), 'key-unknown'],
  ['one by a key that nobody has shown', signed({}, { alg: 'EdDSA', kid: 'other' }), 'key-unknown'],
  ['another payload', `${header}.${encoded({ number: 'x' })}.${bytes}`, 'signature'],
  ['another signature', `${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`, 'signature'],
  ['a part cut off', signature.slice(0, -2), 'signature'],
  ['a fourth part', `${signature}.${bytes}`, 'malformed'],
  [
    'a condition that is not understood',
    signed({}, { alg: 'EdDSA', kid: 'fund-1', crit: ['exp'], exp: 1 }),
    'signature',
  ],
])('%s proves nothing', async (_what, jws, fault) => {
  expect(await verifyJws(jws, [fundKey])).toEqual({ fault });
});

test('nor does one that is good by the key’s other algorithms, or by a secret made of the public key', async () => {
  expect(await verifyJws(await foreign('ES256'), [fundKey])).toEqual({ fault: 'algorithm' });
  const secret = Buffer.from(fundKey.x, 'base64url');
  const token = await new SignJWT({}).setProtectedHeader({ alg: 'HS256', kid: 'fund-1' }).sign(secret);
  expect(await verifyJws(token, [fundKey])).toEqual({ fault: 'algorithm' });
});
