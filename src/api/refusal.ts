import { problemTypeValues } from '../../contract/portal.gen.js';
import type { Problem } from '../../contract/portal.gen.js';
import { ConnectError, errorExitCodes } from '../errors.js';
import type { ErrorCode, Params } from '../errors.js';
import type { CertificateTrouble, NetworkError, NetworkFault, ProxyTrouble } from '../platform/ports.js';
import type { Wire } from './wire.js';

const prefix = 'urn:problem-type:connect:';

/** What headers say besides. */
interface Beside {
  readonly location?: string | undefined;
  /** Before which the portal does not want to be asked again. */
  readonly waitMs?: number | undefined;
}

/** An answer that is not the one hoped for, as an error: by its problem type, never by its text. */
export function refusal(
  { address }: Wire,
  requestId: string,
  status: number,
  body: unknown,
  { location, waitMs }: Beside = {},
): ConnectError {
  const problem = asProblem(body);
  const params: Params = {
    portal: address.href,
    status,
    ...(waitMs !== undefined && { retryAfterSeconds: Math.ceil(waitMs / 1000) }),
  };
  if (status < 400)
    return new ConnectError(
      'portal-redirects',
      { portal: address.href, status, location: placeOf(location, address) },
      { requestId },
    );
  if (problem === undefined)
    return new ConnectError(status === 500 ? 'portal-answer-malformed' : codeOfStatus(status), params, { requestId });
  const code = problem.type.slice(prefix.length);
  const known = (problemTypeValues as readonly string[]).includes(problem.type) && isErrorCode(code);
  // A type that we don't know says no more than its status (RFC 9457, section 4.2.1).
  const fallback = status === 429 || status >= 500 ? codeOfStatus(status) : 'portal-refused';
  return new ConnectError(known ? code : fallback, { ...params, ...paramsOf(problem) }, { requestId });
}

/** No answer, and the portal surely did nothing of importance. */
export function connectionFailure({ address }: Wire, requestId: string, error: NetworkError): ConnectError {
  const { trouble: _told, ...details } = error.details;
  return new ConnectError(codeOfFailure(error), { portal: address.href, ...details }, { cause: error, requestId });
}

/** A change was sent, and nobody knows whether it was made. */
export function outcomeUnknown({ address }: Wire, requestId: string, cause: unknown): ConnectError {
  return new ConnectError('outcome-unknown', { portal: address.href }, { cause, requestId });
}

export function malformedAnswer({ address }: Wire, requestId: string, cause: unknown): ConnectError {
  return new ConnectError('portal-answer-malformed', { portal: address.href }, { cause, requestId });
}

function codeOfFailure({ fault, details: { trouble } }: NetworkError): ErrorCode {
  if (fault === 'proxy') return codeOfProxy[(trouble as ProxyTrouble | undefined) ?? 'lost'];
  if (fault === 'certificate')
    return codeOfCertificate[(trouble as CertificateTrouble | undefined) ?? 'unknown-issuer'];
  return codeOfFault[fault];
}

const codeOfFault: Readonly<Record<Exclude<NetworkFault, 'certificate' | 'proxy'>, ErrorCode>> = {
  refused: 'portal-refuses-connection',
  name: 'portal-name-unknown',
  silent: 'portal-silent',
  lost: 'portal-connection-lost',
};

const codeOfCertificate: Readonly<Record<CertificateTrouble, ErrorCode>> = {
  'unknown-issuer': 'portal-certificate-untrusted',
  expired: 'portal-certificate-expired',
  'not-yet-valid': 'portal-certificate-not-yet-valid',
  'other-name': 'portal-certificate-of-another',
  unfit: 'portal-certificate-unfit',
};

const codeOfProxy: Readonly<Record<ProxyTrouble, ErrorCode>> = {
  refused: 'proxy-refuses-connection',
  name: 'proxy-name-unknown',
  silent: 'proxy-silent',
  certificate: 'proxy-certificate-untrusted',
  lost: 'proxy-connection-lost',
  'login-missing': 'proxy-login-missing',
  'login-wrong': 'proxy-login-wrong',
  'login-unsupported': 'proxy-login-unsupported',
  denied: 'proxy-denies',
  unable: 'proxy-unable',
};

/** Where a redirect leads, without what could be a secret in it. */
function placeOf(location: string | undefined, { href }: Wire['address']): string {
  if (location === undefined || !URL.canParse(location, href)) return '–';
  const { protocol, host, pathname } = new URL(location, href);
  return `${protocol}//${host}${pathname}`;
}

/** Without a problem document somebody else answered: a proxy, a login page, a server that is not a portal. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 429) return 'too-many-requests';
  if (status === 500) return 'internal-error';
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : 'portal-answer-malformed';
}

function paramsOf(problem: Problem): Params {
  const { attemptsLeft, lockedUntil, requiredStrength, currentStrength, existing, detail } = problem;
  const faults = faultsOf(problem.errors);
  return {
    title: problem.title,
    detail: faults || (detail ?? problem.title),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
    ...(lockedUntil !== undefined && { lockedUntil }),
    ...(requiredStrength !== undefined && { requiredStrength }),
    ...(currentStrength !== undefined && { currentStrength }),
    ...(existing !== undefined && { existing }),
  };
}

/** Members of a problem are other people's word, so their form is looked at, too. */
function faultsOf(errors: unknown): string {
  if (!Array.isArray(errors)) return '';
  const word = (value: unknown): string => (typeof value === 'string' ? value : '');
  return (errors as readonly ({ pointer?: unknown; detail?: unknown } | null)[])
    .map((fault) => `${word(fault?.pointer)} ${word(fault?.detail)}`.trim())
    .join('; ');
}

function asProblem(body: unknown): Problem | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { type, title } = body as Partial<Problem>;
  return typeof type === 'string' && typeof title === 'string' ? (body as Problem) : undefined;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorExitCodes, code);
}
