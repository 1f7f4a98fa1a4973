import { generateKeyPairSync, randomBytes } from 'node:crypto';
import net from 'node:net';
import forge from 'node-forge';

/** What a server needs to speak TLS. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

/** A certification authority such as a company has; nobody trusts it unless told to. */
export interface Authority {
  /** Its root certificate. */
  readonly pem: string;
  /** A certificate for names and addresses, valid since yesterday and until tomorrow unless said otherwise, in days from now. */
  issue(names: readonly string[], validity?: Validity): ServerCertificate;
}

export interface Validity {
  readonly fromDays?: number;
  readonly untilDays?: number;
}

export function authority(name = 'Muster Treuhand Root'): Authority {
  const keys = keyPair();
  const subject = [{ name: 'commonName', value: name }];
  const root = certificate(keys, subject, { fromDays: -10, untilDays: 10 });
  root.setIssuer(subject);
  root.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true },
  ]);
  root.sign(keys.privateKey, forge.md.sha256.create());
  return {
    pem: forge.pki.certificateToPem(root),
    issue(names, { fromDays = -1, untilDays = 1 } = {}) {
      const own = keyPair();
      const issued = certificate(own, [{ name: 'commonName', value: names[0] ?? '' }], { fromDays, untilDays });
      issued.setIssuer(subject);
      issued.setExtensions([
        { name: 'basicConstraints', cA: false },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: names.map(alternative) },
      ]);
      issued.sign(keys.privateKey, forge.md.sha256.create());
      return { cert: forge.pki.certificateToPem(issued), key: forge.pki.privateKeyToPem(own.privateKey) };
    },
  };
}

const alternative = (name: string): object => (net.isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name });

const dayMs = 86_400_000;

function certificate(
  { publicKey }: forge.pki.rsa.KeyPair,
  subject: forge.pki.CertificateField[],
  { fromDays, untilDays }: Required<Validity>,
): forge.pki.Certificate {
  const made = forge.pki.createCertificate();
  made.publicKey = publicKey;
  // A leading zero keeps the number positive.
  made.serialNumber = `00${randomBytes(16).toString('hex')}`;
  // Whoever checks it looks at the real clock.
  made.validity.notBefore = new Date(Date.now() + fromDays * dayMs);
  made.validity.notAfter = new Date(Date.now() + untilDays * dayMs);
  made.setSubject(subject);
  return made;
}

/** node-forge's own would take seconds. */
function keyPair(): forge.pki.rsa.KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return {
    publicKey: forge.pki.publicKeyFromPem(publicKey),
    privateKey: forge.pki.privateKeyFromPem(privateKey),
  };
}
