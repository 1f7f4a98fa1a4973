import type { KeyObject, X509Certificate } from 'node:crypto';
import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';
import { reasonOf } from './file-fault.js';
import type { ClientCertificate } from './ports.js';

export interface CertificateFiles {
  readonly certificate: string;
  /** Where the certificate’s file does not hold the private key. */
  readonly key: string | undefined;
}

/** A certificate whose private key is there and fits. */
export interface ReadCertificate extends ClientCertificate {
  readonly file: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly issuer: string;
  /** SHA-256, as X.509 tools print it. */
  readonly fingerprint: string;
  /** Whether it may prove a client: extended key usage, RFC 5280, section 4.2.1.12; without that there is no limit. */
  readonly forClients: boolean;
}

/** Asked for the passphrase of a file, and only where one is needed. */
export type AskPassphrase = (file: string) => Promise<Secret>;

/** PEM blocks of one file. */
interface Content {
  readonly certificates: readonly string[];
  readonly key: string | undefined;
}

/**
 * Reads a client certificate: PEM, with its key in the same file or another one, or PKCS#12. Nothing is judged but
 * whether the parts fit together.
 * @throws ConnectError `certificate-file-unreadable`, `certificate-malformed`, `certificate-unsupported`,
 * `certificate-key-missing`, `certificate-key-malformed`, `certificate-key-mismatch`, `certificate-passphrase-wrong`
 */
export async function readClientCertificate(
  { certificate: file, key: keyFile }: CertificateFiles,
  ask: AskPassphrase,
): Promise<ReadCertificate> {
  const content = await contentOf(file, ask);
  const certificates = await Promise.all(content.certificates.map((pem) => parsed(file, pem)));
  if (certificates.length === 0) throw new ConnectError('certificate-malformed', { file });
  const [place, pem] = await keyOf(file, content, keyFile);
  const passphrase = isEncrypted(pem) ? await ask(place) : undefined;
  const key = await privateKey(place, pem, passphrase);
  const own = certificates.find((one) => one.checkPrivateKey(key));
  if (own === undefined) throw new ConnectError('certificate-key-mismatch', { file, key: place });
  const chain = [own, ...certificates.filter((one) => one !== own)];
  const revealed = {
    cert: chain.map(String).join(''),
    key: pem,
    ...(passphrase !== undefined && { passphrase: passphrase.reveal() }),
  };
  return {
    file,
    validFrom: new Date(own.validFrom),
    validUntil: new Date(own.validTo),
    issuer: own.issuer.replaceAll('\n', ', '),
    fingerprint: own.fingerprint256,
    forClients: isForClients(own),
    reveal: () => revealed,
  };
}

async function contentOf(file: string, ask: AskPassphrase): Promise<Content> {
  const bytes = await bytesOf(file);
  const text = bytes.toString('latin1');
  if (text.includes('-----BEGIN ')) return { certificates: text.match(certificateBlock) ?? [], key: keyIn(text) };
  const { X509Certificate } = await import('node:crypto');
  try {
    // DER, which some programs call .cer.
    return { certificates: [String(new X509Certificate(bytes))], key: undefined };
  } catch {
    const { unpackPkcs12 } = await import('./pkcs12.js');
    return unpackPkcs12(file, bytes, ask);
  }
}

async function keyOf(file: string, content: Content, keyFile: string | undefined): Promise<readonly [string, string]> {
  // A PKCS#12 file or a PEM file with a key needs no other, but whoever names one means it.
  if (keyFile === undefined) {
    if (content.key === undefined) throw new ConnectError('certificate-key-missing', { file });
    return [file, content.key];
  }
  const key = keyIn((await bytesOf(keyFile)).toString('latin1'));
  if (key === undefined) throw new ConnectError('certificate-key-malformed', { file: keyFile });
  return [keyFile, key];
}

async function privateKey(file: string, pem: string, passphrase: Secret | undefined): Promise<KeyObject> {
  const { createPrivateKey } = await import('node:crypto');
  try {
    return createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase: passphrase.reveal() }) });
  } catch (cause) {
    // OpenSSL 3 names what it no longer decrypts; a wrong passphrase makes nonsense, which may fail in any way.
    const outdated = cause instanceof Error && 'code' in cause && cause.code === 'ERR_OSSL_EVP_UNSUPPORTED';
    if (outdated) throw new ConnectError('certificate-unsupported', { file }, { cause });
    if (passphrase !== undefined) throw new ConnectError('certificate-passphrase-wrong', { file }, { cause });
    throw new ConnectError('certificate-key-malformed', { file }, { cause });
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises');
  return readFile(file).catch((cause: unknown) => {
    throw new ConnectError('certificate-file-unreadable', { file, reason: reasonOf(cause) }, { cause });
  });
}

async function parsed(file: string, pem: string): Promise<X509Certificate> {
  const { X509Certificate } = await import('node:crypto');
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new ConnectError('certificate-malformed', { file }, { cause });
  }
}

const certificateBlock =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----.*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/gs;

function keyIn(text: string): string | undefined {
  return /-----BEGIN ([A-Z0-9]+ )?PRIVATE KEY-----.*?-----END (?:[A-Z0-9]+ )?PRIVATE KEY-----/s.exec(text)?.[0];
}

/** PKCS#8 says so in its first line, the older form of OpenSSL in its second (RFC 1421, section 4.6.1.1). */
function isEncrypted(pem: string): boolean {
  return /-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(pem);
}

const clientAuthentication = ['1.3.6.1.5.5.7.3.2', '2.5.29.37.0'];

function isForClients(certificate: X509Certificate): boolean {
  // Missing where the certificate has no such extension, whatever the types say.
  const usages = certificate.keyUsage as readonly string[] | undefined;
  return usages === undefined || usages.some((usage) => clientAuthentication.includes(usage));
}
