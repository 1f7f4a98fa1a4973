import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SigningAlgorithm } from '../../contract/portal.gen.js';
import { signatureBase } from '../../sandbox/rules/signature-base.js';
import { algorithmOf, keyOfCertificate, keyOfDevice, verifies } from '../../sandbox/rules/signing-keys.js';
import { readInputs, readSignatures, writeInnerList } from '../../sandbox/rules/structured-fields.js';
import { ed25519, ed25519Key, minimal, rsaPssKey, testRequest } from '../support/rfc9421.js';

const request = { ...testRequest, target: new URL(testRequest.url) };

/** Whether the portal takes an example of the RFC for good. */
function verified(example: typeof minimal | typeof ed25519, algorithm: SigningAlgorithm, key: string | JsonWebKey) {
  const [[label, input]] = [...readInputs(example.input)] as [[string, never]];
  const signature = readSignatures(example.signature).get(label) ?? Buffer.alloc(0);
  const publicKey = createPublicKey(typeof key === 'string' ? key : { key, format: 'jwk' });
  return verifies(algorithm, publicKey, signatureBase(input, request), signature);
}

test('the examples of RFC 9421 for Ed25519 and RSA-PSS verify, each with its own key only', () => {
  const { d: _private, ...publicKey } = ed25519Key;
  expect(verified(ed25519, 'ed25519', publicKey)).toBe(true);
  expect(verified(minimal, 'rsa-pss-sha512', rsaPssKey)).toBe(true);
  const { publicKey: other } = generateKeyPairSync('ed25519');
  expect(verified(ed25519, 'ed25519', other.export({ format: 'jwk' }))).toBe(false);
});

test('what is signed is written down as the RFC writes it', () => {
  const [input] = [...readInputs(ed25519.input).values()];
  expect(signatureBase(input!, request)).toBe(
    [
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
      '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    ].join('\n'),
  );
});

test.each([
  ['@method', 'POST'],
  ['@target-uri', 'http://example.com/foo?param=Value&Pet=dog'],
  ['@authority', 'example.com'],
  ['@scheme', 'http'],
  ['@path', '/foo'],
  ['@query', '?param=Value&Pet=dog'],
  ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
])('the component %s is %s', (name, value) => {
  const input = { items: [{ name, parameters: [] }], parameters: [] };
  expect(signatureBase(input, request)).toBe(`"${name}": ${value}\n"@signature-params": ("${name}")`);
});

test.each([
  ['a header that is not there', '("x-other")', /not part of the request/],
  ['a component that nobody knows', '("@status")', /not part of the request/],
  ['a header in capital letters', '("Date")', /not part of the request/],
  ['what every object has', '("constructor")', /not part of the request/],
  ['a component twice', '("date" "date")', /twice/],
  ['a component that is qualified', '("date";bs)', /not understood/],
])('%s is not signed', (_what, list, fault) => {
  const [input] = [...readInputs(`sig=${list}`).values()];
  expect(() => signatureBase(input!, { ...request, headers: { ...request.headers } })).toThrow(fault);
});

describe('structured fields (RFC 8941)', () => {
  test.each([
    ['sig=()', '()'],
    ['sig=("a" "b");created=1', '("a" "b");created=1'],
    ['  sig=(  "a"   "b"  )  ', '("a" "b")'],
    ['sig=("a";sf);x="say \\"no\\" \\\\";y;z=*tok/en', '("a";sf);x="say \\"no\\" \\\\";y;z=*tok/en'],
    ['one=();a=-12; b=3', '();a=-12;b=3'],
  ])('%s is read and written down in the one right form', (text, written) => {
    const [list] = [...readInputs(text).values()];
    expect(writeInnerList(list!)).toBe(written);
  });

  test.each([
    'sig',
    'sig=',
    'sig="a"',
    'sig=("a"',
    'sig=("a""b")',
    'sig=(a)',
    'sig=("a"),',
    'sig=("a"), sig=("b")',
    'sig=("a") other=("b")',
    'SIG=()',
    'sig=();created=1;created=2',
    'sig=();created=1.5',
    'sig=();created=1234567890123456',
    'sig=();nonce="ä"',
    'sig=();nonce="a',
    'sig=();nonce="\\n"',
    'sig=();=1',
  ])('%s is refused', (text) => {
    expect(() => readInputs(text)).toThrow();
  });

  test.each(['sig=a', 'sig=:a', 'sig=:a*:', 'sig=::, sig=::', 'sig="a"'])('%s is no signature', (text) => {
    expect(() => readSignatures(text)).toThrow();
  });
});

test('a device’s key is known by its thumbprint, that of RFC 8037, appendix A.3', () => {
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
  expect(keyOfDevice({ kty: 'OKP', crv: 'Ed25519', x }).id).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

test('the key of a certificate has the one algorithm of its kind, or signs nothing', () => {
  const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).publicKey;
  const keys = [ec('P-256'), ec('P-384'), ec('P-521'), generateKeyPairSync('ed25519').publicKey];
  expect(keys.map(algorithmOf)).toEqual(['ecdsa-p256-sha256', 'ecdsa-p384-sha384', undefined, 'ed25519']);
  expect(keyOfCertificate(ec('P-521'), '00:FF')).toBeUndefined();
  expect(keyOfCertificate(ec('P-256'), `${'FB:'.repeat(31)}FB`)?.id).toBe(`${'-_v7'.repeat(10)}-_s`);
});
