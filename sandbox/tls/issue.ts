import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { pki } from 'node-forge';
import type { Random } from '../machine.js';

/** A certificate with its private key, both PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

export interface Wish {
  readonly commonName: string;
  readonly from: Date;
  readonly until: Date;
  readonly purpose: 'authority' | 'server' | 'client';
  /** Itself, where there is none. */
  readonly issuer?: Identity;
  /** PEM; a new one if there is none. */
  readonly key?: string;
}

/** The names and addresses of the loopback interface; 7 is an IP address, 2 a name (RFC 5280, section 4.2.1.6). */
const loopback = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
  { type: 7, ip: '::1' },
];

// OpenSSL makes keys a hundred times faster than JavaScript does.
const newKeys = promisify(generateKeyPair);

export async function newKey(): Promise<string> {
  const { privateKey } = await newKeys('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Makes a certificate: RSA 2048, SHA-256, X.509 version 3 (RFC 5280). */
export async function issue(wish: Wish, random: Random): Promise<Identity> {
  const { commonName, from, until, purpose, issuer, key = await newKey() } = wish;
  const forge = await loadForge();
  const certificate = forge.pki.createCertificate();
  const authority = issuer === undefined ? certificate : forge.pki.certificateFromPem(issuer.certificate);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // Positive, as RFC 5280, section 4.1.2.2, wants it.
  certificate.serialNumber = `01${random.bytes(15).toString('hex')}`;
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = until;
  certificate.setSubject([
    { name: 'organizationName', value: 'connect sandbox' },
    { name: 'commonName', value: commonName },
  ]);
  certificate.setIssuer(authority.subject.attributes);
  certificate.setExtensions([...extensions(purpose), { name: 'subjectKeyIdentifier' }, keyIdentifierOf(authority)]);
  certificate.sign(forge.pki.privateKeyFromPem(issuer?.key ?? key), forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(certificate), key };
}

/** Certificate, key and the authority's certificate in one file that a passphrase protects (PKCS#12, RFC 7292). */
export async function bundle(
  { certificate, key }: Identity,
  authority: string,
  passphrase: string,
  friendlyName: string,
): Promise<Buffer> {
  const forge = await loadForge();
  const chain = [certificate, authority].map((pem) => forge.pki.certificateFromPem(pem));
  // RC2 and single DES, the usual ones of older programs, are not read by OpenSSL 3 any more.
  const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), chain, passphrase, {
    algorithm: 'aes256',
    friendlyName,
  });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}

/** The same key, protected by a passphrase (PKCS#8, PBES2). */
export function encrypted(key: string, passphrase: string): string {
  return createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();
}

function extensions(purpose: Wish['purpose']): object[] {
  if (purpose === 'authority') {
    return [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ];
  }
  return [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: purpose === 'server', clientAuth: purpose === 'client' },
    ...(purpose === 'server' ? [{ name: 'subjectAltName', altNames: loopback }] : []),
  ];
}

function keyIdentifierOf(authority: pki.Certificate): object {
  return {
    name: 'authorityKeyIdentifier',
    keyIdentifier: authority.generateSubjectKeyIdentifier().getBytes(),
  };
}

/** Loaded when something is to be issued: a sandbox that has its certificates does without. */
async function loadForge() {
  return (await import('node-forge')).default;
}
