import { NetworkError } from './ports.js';
import type { CertificateTrouble, NetworkFault } from './ports.js';

interface Verdict {
  readonly fault: NetworkFault;
  readonly mayHaveArrived: boolean;
}

const verdicts: Readonly<Record<string, Verdict>> = {
  ECONNREFUSED: { fault: 'refused', mayHaveArrived: false },
  EHOSTUNREACH: { fault: 'refused', mayHaveArrived: false },
  ENETUNREACH: { fault: 'refused', mayHaveArrived: false },
  EADDRNOTAVAIL: { fault: 'refused', mayHaveArrived: false },
  ENOTFOUND: { fault: 'name', mayHaveArrived: false },
  EAI_AGAIN: { fault: 'name', mayHaveArrived: false },
  UND_ERR_CONNECT_TIMEOUT: { fault: 'silent', mayHaveArrived: false },
  UND_ERR_HEADERS_TIMEOUT: { fault: 'silent', mayHaveArrived: true },
  UND_ERR_BODY_TIMEOUT: { fault: 'silent', mayHaveArrived: true },
};

/** Node's documentation of `tls`, "X509 certificate error codes", and its check of the name. */
const certificateTroubles: Readonly<Record<CertificateTrouble, readonly string[]>> = {
  'unknown-issuer': [
    ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_UNTRUSTED'],
  ],
  expired: ['CERT_HAS_EXPIRED'],
  'not-yet-valid': ['CERT_NOT_YET_VALID'],
  'other-name': ['HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  unfit: [
    ...['UNABLE_TO_GET_CRL', 'UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'UNABLE_TO_DECRYPT_CRL_SIGNATURE'],
    ...['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'CERT_SIGNATURE_FAILURE', 'CRL_SIGNATURE_FAILURE'],
    ...['CRL_NOT_YET_VALID', 'CRL_HAS_EXPIRED', 'ERROR_IN_CERT_NOT_BEFORE_FIELD', 'ERROR_IN_CERT_NOT_AFTER_FIELD'],
    ...['CERT_CHAIN_TOO_LONG', 'CERT_REVOKED', 'INVALID_CA', 'PATH_LENGTH_EXCEEDED', 'INVALID_PURPOSE'],
    'CERT_REJECTED',
  ],
};

const troubleOfCode = new Map(
  Object.entries(certificateTroubles).flatMap(([trouble, codes]) =>
    codes.map((code) => [code, trouble as CertificateTrouble] as const),
  ),
);

/** What is wrong with a certificate, if a failure is that: in a kind, and in the words of whoever has found it. */
export function certificateFault(error: unknown): { trouble: CertificateTrouble; reason: string } | undefined {
  const code = codeOf(error);
  const trouble = troubleOfCode.get(code);
  return trouble && { trouble, reason: trouble === 'other-name' ? namesIn(error) : code };
}

/** Tells why a request got no answer. What is not surely "never arrived" counts as "may have arrived". */
export function networkErrorOf(error: unknown): NetworkError {
  if (error instanceof NetworkError) return error;
  const certificate = certificateFault(error);
  if (certificate !== undefined) return new NetworkError('certificate', false, error, certificate);
  const { fault, mayHaveArrived } = verdicts[codeOf(error)] ?? { fault: 'lost', mayHaveArrived: true };
  return new NetworkError(fault, mayHaveArrived, error);
}

/** Connecting to several addresses of a name fails with all their errors at once; the first speaks for them. */
export function codeOf(error: unknown): string {
  const single: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return single instanceof Error && 'code' in single && typeof single.code === 'string' ? single.code : '';
}

/** `portal.example, 192.0.2.7` of `DNS:portal.example, IP Address:192.0.2.7`, where a certificate came along. */
function namesIn(error: unknown): string {
  const { cert } = error as { cert?: { subjectaltname?: string; subject?: { CN?: string } } };
  return cert?.subjectaltname?.replace(/(?:DNS|IP Address):/g, '') ?? cert?.subject?.CN ?? '–';
}
