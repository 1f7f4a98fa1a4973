import { expect, test } from 'vitest';
import { networkErrorOf } from '../../../src/platform/network-fault.js';
import type { NetworkFault } from '../../../src/platform/ports.js';

const failure = (code: string): Error => Object.assign(new Error(`failed: ${code}`), { code });
const verdict = (error: unknown): [NetworkFault, boolean] => {
  const { fault, mayHaveArrived } = networkErrorOf(error);
  return [fault, mayHaveArrived];
};

test.each<[string, NetworkFault]>([
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'refused'],
  ['ENETUNREACH', 'refused'],
  ['EADDRNOTAVAIL', 'refused'],
  ['ENOTFOUND', 'name'],
  ['EAI_AGAIN', 'name'],
  ['UND_ERR_CONNECT_TIMEOUT', 'silent'],
])('%s is “%s”, and the request surely did not arrive', (code, fault) => {
  expect(verdict(failure(code))).toEqual([fault, false]);
});

test.each<[string, NetworkFault]>([
  ['UND_ERR_HEADERS_TIMEOUT', 'silent'],
  ['UND_ERR_BODY_TIMEOUT', 'silent'],
  ['UND_ERR_SOCKET', 'lost'],
  ['ECONNRESET', 'lost'],
  ['EPIPE', 'lost'],
  ['ETIMEDOUT', 'lost'],
  ['HPE_INVALID_CONSTANT', 'lost'],
  ['something new', 'lost'],
])('%s is “%s”, and the request may have arrived', (code, fault) => {
  expect(verdict(failure(code))).toEqual([fault, true]);
});

// Node’s documentation of `tls`, “X509 certificate error codes”, and the check of the name.
test.each([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_SIGNATURE_FAILURE',
  'CERT_NOT_YET_VALID',
  'CERT_HAS_EXPIRED',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CRL_HAS_EXPIRED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
])('%s is a certificate that is not trusted, and the request surely did not arrive', (code) => {
  expect(verdict(failure(code))).toEqual(['certificate', false]);
});

// A record that is damaged on the way, or an alert after the handshake: the request may be on the other side by then.
test.each(['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'EPROTO'])(
  'after %s the request may have arrived',
  (code) => {
    expect(networkErrorOf(failure(code)).mayHaveArrived).toBe(true);
  },
);

test('the first address of a name speaks for all of them', () => {
  expect(verdict(new AggregateError([failure('ECONNREFUSED'), failure('ENETUNREACH')]))).toEqual(['refused', false]);
});

test.each([
  [undefined],
  ['a text'],
  [null],
  [new Error('no code')],
  [Object.assign(new Error('x'), { code: 7 })],
  [new AggregateError([])],
])('what nobody knows may have arrived: %s', (error) => {
  expect(verdict(error)).toEqual(['lost', true]);
});

test('the cause comes along', () => {
  const cause = failure('ECONNRESET');
  expect(networkErrorOf(cause)).toMatchObject({ name: 'NetworkError', message: 'network: lost', cause });
});
