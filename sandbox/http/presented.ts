import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { keyOfCertificate, type SigningKey } from '../rules/signing-keys.js';
import type { ProblemName } from './problem.js';

/** A certificate that a client has presented, and proved to be its own, when it connected. */
export interface Presented {
  /** SHA-256, as X.509 tools print it. */
  readonly fingerprint: string;
  /** What its owner can sign with, if the contract has an algorithm for it. */
  readonly signingKey: SigningKey | undefined;
  /** Why it is good for nothing, if it is. */
  readonly fault: ProblemName | undefined;
}

/** What OpenSSL finds wrong with a certificate; all else has to do with who issued it. */
const faults: Readonly<Record<string, ProblemName>> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  INVALID_PURPOSE: 'certificate-unsuitable',
};

/** The certificate of the connection that a request came by; nothing without TLS, or from a client that has none. */
export function presentedBy({ socket }: Pick<IncomingMessage, 'socket'>): Presented | undefined {
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  if (!(socket instanceof TLSSocket) || certificate === undefined) return undefined;
  // An Error by its type, the code of one in fact.
  const reason = String(socket.authorizationError);
  const fault = socket.authorized ? undefined : (faults[reason] ?? 'certificate-untrusted');
  const { fingerprint256: fingerprint, publicKey } = certificate;
  return { fingerprint, signingKey: keyOfCertificate(publicKey, fingerprint), fault };
}
