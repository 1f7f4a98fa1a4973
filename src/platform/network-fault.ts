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

/** OpenSSL's verification results, as Node names them (documentation of `tls`, "X509 certificate error codes"). */
const certificate = /CERT|UNABLE_TO_|SELF_SIGNED|ERR_TLS_|ERR_SSL_|EPROTO/;

/** Tells why a request got no answer. What is not surely "never arrived" counts as "may have arrived". */
export function networkErrorOf(error: unknown): NetworkError {
  const code = codeOf(error);
  const { fault, mayHaveArrived } =
    verdicts[code] ??
    (certificate.test(code)
      ? { fault: 'certificate', mayHaveArrived: false }
      : { fault: 'lost', mayHaveArrived: true });
  return new NetworkError(fault, mayHaveArrived, error);
}

/** Connecting to several addresses of a name fails with all their errors at once; the first speaks for them. */
function codeOf(error: unknown): string {
  const single: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return single instanceof Error && 'code' in single && typeof single.code === 'string' ? single.code : '';
}
