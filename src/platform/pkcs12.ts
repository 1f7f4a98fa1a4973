import forge from 'node-forge';
import type { asn1, pkcs12 } from 'node-forge';
import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';

/** PEM: what a PKCS#12 file holds. */
export interface Unpacked {
  readonly certificates: readonly string[];
  /** Undefined where there is none. */
  readonly key: string | undefined;
}

/**
 * Unpacks a PKCS#12 file (RFC 7292): without a passphrase if that goes, else with the one that is asked for. Node's `tls`
 * takes such files as they are, but then trusts servers by whatever authority is in them, and forgets others.
 * @throws ConnectError `certificate-malformed`, `certificate-unsupported`, `certificate-passphrase-wrong`
 */
export async function unpackPkcs12(
  file: string,
  bytes: Buffer,
  ask: (file: string) => Promise<Secret>,
): Promise<Unpacked> {
  const document = parse(file, bytes);
  const unprotected = open(file, document, '');
  const found = unprotected === 'locked' ? open(file, document, (await ask(file)).reveal()) : unprotected;
  if (found === 'locked') throw new ConnectError('certificate-passphrase-wrong', { file });
  return contentOf(found);
}

function parse(file: string, bytes: Buffer): asn1.Asn1 {
  try {
    return forge.asn1.fromDer(bytes.toString('latin1'), true);
  } catch (cause) {
    throw new ConnectError('certificate-malformed', { file }, { cause });
  }
}

function open(file: string, document: asn1.Asn1, passphrase: string): pkcs12.Pkcs12Pfx | 'locked' {
  try {
    return forge.pkcs12.pkcs12FromAsn1(document, false, passphrase);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (message.includes('MAC could not be verified')) return 'locked';
    if (message.includes('decrypt')) return retried(file, document, passphrase);
    const code = /unsupported|only/i.test(message) ? 'certificate-unsupported' : 'certificate-malformed';
    throw new ConnectError(code, { file }, { cause });
  }
}

/**
 * Where PKCS#5 encrypts, a passphrase is UTF-8 (RFC 8018, section 3), and forge takes its characters for bytes. The
 * checksum, for which it is UTF-16, has been compared by then, and is left out.
 */
function retried(file: string, document: asn1.Asn1, passphrase: string): pkcs12.Pkcs12Pfx | 'locked' {
  const utf8 = Buffer.from(passphrase).toString('latin1');
  if (utf8 === passphrase || !Array.isArray(document.value)) return 'locked';
  const [version, content, checksum] = document.value;
  if (version === undefined || content === undefined || checksum === undefined) return 'locked';
  return open(file, { ...document, value: [version, content] }, utf8);
}

function contentOf({ safeContents }: pkcs12.Pkcs12Pfx): Unpacked {
  const { pki } = forge;
  const { certBag = '', keyBag = '', pkcs8ShroudedKeyBag = '' } = pki.oids;
  const bags = safeContents.flatMap(({ safeBags }) => safeBags);
  const pem = (type: string, value: asn1.Asn1): string =>
    forge.pem.encode({ type, body: forge.asn1.toDer(value).getBytes() });
  // forge knows RSA only; what it does not know it leaves as it was.
  const certificates = bags
    .filter(({ type }) => type === certBag)
    .map(({ cert, asn1: raw }) => pem('CERTIFICATE', cert ? pki.certificateToAsn1(cert) : raw));
  const [key] = bags
    .filter(({ type }) => type === keyBag || type === pkcs8ShroudedKeyBag)
    .map(({ key: rsa, asn1: raw }) => pem('PRIVATE KEY', rsa ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(rsa)) : raw));
  return { certificates, key };
}
