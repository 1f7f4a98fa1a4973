import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { SigningAlgorithm } from '../../../contract/portal.gen.js';
import { keyOfCertificate, verifies } from '../../../sandbox/rules/signing-keys.js';
import { readClientCertificate } from '../../../src/platform/client-certificate.js';
import { signatureHeaders } from '../../../src/platform/message-signature.js';
import { certificateKey, deviceKeyOf, newDeviceKey } from '../../../src/platform/signing-keys.js';
import { Secret } from '../../../src/secret.js';
import { emptyFolder } from '../../support/folder.js';
import { openssl } from '../../support/openssl.js';
import { ed25519, ed25519Key, testRequest } from '../../support/rfc9421.js';
import { itWith } from '../../support/tools.js';

const request = { ...testRequest, url: new URL(testRequest.url) };

test('an Ed25519 key signs the example of RFC 9421, appendix B.2.6, to the byte', async () => {
  const components = ['date', '@method', '@path', '@authority', 'content-type', 'content-length'];
  const parameters = { created: new Date(1_618_884_473_000), keyid: 'test-key-ed25519' };
  const key = deviceKeyOf(new Secret(ed25519Key.d));
  expect(key.publicKey).toEqual({ kty: 'OKP', crv: 'Ed25519', x: ed25519Key.x });
  expect(await signatureHeaders(request, key, components, parameters, 'sig-b26')).toEqual({
    'signature-input': ed25519.input,
    signature: ed25519.signature,
  });
});

test('all parameters are told, in the order in which they are given', async () => {
  const created = new Date('2026-11-20T08:00:00.900Z');
  const expires = new Date('2026-11-20T08:05:00.900Z');
  const more = { nonce: 'n-1', keyid: 'key', alg: 'ed25519', tag: 'connect-salary' };
  const key = newDeviceKey({ bytes: (count) => new Uint8Array(count) });
  const headers = await signatureHeaders(request, key, ['@target-uri'], { created, expires, ...more });
  expect(headers['signature-input']).toBe(
    'connect=("@target-uri");created=1795161600;expires=1795161900;nonce="n-1";keyid="key";alg="ed25519";tag="connect-salary"',
  );
});

test('a key that is not there any more is made again of its seed, and named by its thumbprint', () => {
  const made = newDeviceKey({ bytes: (count) => new Uint8Array(count).fill(200) });
  const again = deviceKeyOf(made.seed);
  expect([again.id, again.publicKey]).toEqual([made.id, made.publicKey]);
  expect(made.id).not.toBe(newDeviceKey({ bytes: (count) => new Uint8Array(count) }).id);
  // RFC 8037, appendices A.1 to A.3.
  const example = deviceKeyOf(new Secret('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'));
  expect(example.publicKey.x).toBe('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
  expect(example.id).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

const kinds = [
  ['RSA', '-newkey rsa:2048', 'rsa-pss-sha512'],
  ['P-256', '-newkey ec -pkeyopt ec_paramgen_curve:P-256', 'ecdsa-p256-sha256'],
  ['P-384', '-newkey ec -pkeyopt ec_paramgen_curve:P-384', 'ecdsa-p384-sha384'],
  ['Ed25519', '-newkey ed25519', 'ed25519'],
] as const satisfies readonly (readonly [string, string, SigningAlgorithm])[];

/** A certificate that OpenSSL makes, read as a login reads it. */
async function made(options: string) {
  const folder = await emptyFolder();
  openssl(folder, `req -x509 ${options} -nodes -keyout a.key -out a.pem -days 2 -subj /CN=anna`);
  const [certificate, key] = [path.join(folder, 'a.pem'), path.join(folder, 'a.key')];
  const read = await readClientCertificate({ certificate, key }, () => Promise.reject(new Error('no passphrase')));
  return { key: certificateKey(read), x509: new X509Certificate(readFileSync(certificate)) };
}

for (const [name, options, alg] of kinds) {
  itWith('openssl', `what a certificate's ${name} key signs, the portal verifies under the same name`, async () => {
    const { key, x509 } = await made(options);
    const id = createHash('sha256').update(x509.raw).digest('base64url');
    expect(key).toMatchObject({ id, alg });
    expect(keyOfCertificate(x509.publicKey, x509.fingerprint256)?.id).toBe(id);
    const signature = key!.sign(Buffer.from('some base'));
    const publicKey = createPublicKey(x509.publicKey.export({ format: 'pem', type: 'spki' }));
    expect(verifies(alg, publicKey, 'some base', signature)).toBe(true);
    expect(verifies(alg, publicKey, 'other base', signature)).toBe(false);
  });
}

itWith('openssl', 'a key that the contract has no algorithm for signs nothing, on neither side', async () => {
  const { key, x509 } = await made('-newkey ec -pkeyopt ec_paramgen_curve:P-521');
  expect([key, keyOfCertificate(x509.publicKey, x509.fingerprint256)]).toEqual([undefined, undefined]);
});
