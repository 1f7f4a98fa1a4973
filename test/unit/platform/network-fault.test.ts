import { expect, test } from 'vitest';
import { networkErrorOf } from '../../../src/platform/network-fault.js';
import { NetworkError } from '../../../src/platform/ports.js';
import type { CertificateTrouble, NetworkFault } from '../../../src/platform/ports.js';

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
test.each<[CertificateTrouble, readonly string[]]>([
  [
    'unknown-issuer',
    [
      ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
      ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_UNTRUSTED'],
    ],
  ],
  ['expired', ['CERT_HAS_EXPIRED']],
  ['not-yet-valid', ['CERT_NOT_YET_VALID']],
  ['other-name', ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']],
  [
    'unfit',
    [
      ...['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'CERT_SIGNATURE_FAILURE', 'CERT_CHAIN_TOO_LONG', 'CERT_REVOKED'],
      ...['CERT_REJECTED', 'CRL_HAS_EXPIRED', 'INVALID_CA', 'INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED'],
    ],
  ],
])('a certificate is “%s” by %j, and the request surely did not arrive', (trouble, codes) => {
  for (const code of codes) {
    const error = networkErrorOf(failure(code));
    expect([verdict(error), error.details.trouble], code).toEqual([['certificate', false], trouble]);
    expect(error.details.reason).toBe(trouble === 'other-name' ? '–' : code);
  }
});

test.each([
  [{ subjectaltname: 'DNS:a.example, DNS:*.b.example, IP Address:192.0.2.7' }, 'a.example, *.b.example, 192.0.2.7'],
  [{ subject: { CN: 'old.example' } }, 'old.example'],
  [{}, '–'],
])('the names of a certificate that is another’s come along: %j', (cert, reason) => {
  const error = Object.assign(failure('ERR_TLS_CERT_ALTNAME_INVALID'), { cert });
  expect(networkErrorOf(error).details).toEqual({ trouble: 'other-name', reason });
});

test('what is known already stays as it is', () => {
  const known = new NetworkError('proxy', false, undefined, { trouble: 'denied', status: 403 });
  expect(networkErrorOf(known)).toBe(known);
  expect(known.message).toBe('network: proxy, denied');
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
