import { NetworkError } from './ports.js';
import type { NetworkFault } from './ports.js';

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
const certificateCodes = new Set([
  ...[
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_CRL',
    'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
    'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  ],
  ...['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'CERT_SIGNATURE_FAILURE', 'CRL_SIGNATURE_FAILURE', 'CERT_NOT_YET_VALID'],
  ...[
    'CERT_HAS_EXPIRED',
    'CRL_NOT_YET_VALID',
    'CRL_HAS_EXPIRED',
    'ERROR_IN_CERT_NOT_BEFORE_FIELD',
    'ERROR_IN_CERT_NOT_AFTER_FIELD',
  ],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'CERT_CHAIN_TOO_LONG', 'CERT_REVOKED', 'INVALID_CA', 'PATH_LENGTH_EXCEEDED'],
  ...['INVALID_PURPOSE', 'CERT_UNTRUSTED', 'CERT_REJECTED', 'HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID'],
]);

/** Tells why a request got no answer. What is not surely "never arrived" counts as "may have arrived". */
export function networkErrorOf(error: unknown): NetworkError {
  const code = codeOf(error);
  const { fault, mayHaveArrived } =
    verdicts[code] ??
    (certificateCodes.has(code)
      ? { fault: 'certificate', mayHaveArrived: false }
      : { fault: 'lost', mayHaveArrived: true });
  return new NetworkError(fault, mayHaveArrived, error);
}

/** Connecting to several addresses of a name fails with all their errors at once; the first speaks for them. */
function codeOf(error: unknown): string {
  const single: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return single instanceof Error && 'code' in single && typeof single.code === 'string' ? single.code : '';
}
