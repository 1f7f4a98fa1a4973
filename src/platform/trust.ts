import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { ConnectError } from '../errors.js';
import { reasonOf } from './file-fault.js';
import type { CaFile, Env } from './ports.js';

/**
 * The certificates to trust: Node's own, those of NODE_EXTRA_CA_CERTS, and those of the files; `undefined` without a
 * file, because then Node does the first two by itself.
 *
 * Files add to the roots, and replace none. With OpenSSL, SSL_CERT_FILE replaces them; but it mostly names either all
 * roots of the system or the one of an organisation that inspects some of the traffic, and whoever has the second still
 * needs the first. Nobody's trust gets smaller by a certificate that is named, so several may name one each.
 * @throws ConnectError `ca-file-unreadable`, `ca-file-malformed`
 */
export async function trustedRoots(files: readonly CaFile[], env: Env): Promise<readonly string[] | undefined> {
  if (files.length === 0) return undefined;
  const named = await Promise.all(files.map(certificatesOf));
  return [...new Set([...rootCertificates, ...(await extraOfNode(env)), ...named.flat()])];
}

async function certificatesOf({ file, from }: CaFile): Promise<readonly string[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ConnectError('ca-file-unreadable', { file, from, reason: reasonOf(error) }, { cause: error });
  }
  const found = blocksOf(text);
  if (found.length === 0 || !found.every(isCertificate)) throw new ConnectError('ca-file-malformed', { file, from });
  return found;
}

/** Node has read this file and complains by itself of one that it can't read; its own list does not show what it read. */
async function extraOfNode(env: Env): Promise<readonly string[]> {
  const file = env['NODE_EXTRA_CA_CERTS'];
  if (!file) return [];
  const text = await readFile(file, 'utf8').catch(() => '');
  return blocksOf(text).filter(isCertificate);
}

/** RFC 7468, section 5. What else is in the file, comments or a key, is not looked at. */
const blocksOf = (text: string): readonly string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0;
  } catch {
    return false;
  }
}
