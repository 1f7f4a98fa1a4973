/** What the process ends with. Stable: scripts rely on it (docs/exit-codes.md). */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  notFound: 3,
  signedOut: 4,
  refused: 5,
  unreachable: 6,
  invalidFile: 7,
  someFailed: 8,
  outcomeUnknown: 9,
  pending: 10,
  finding: 11,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const { usage, notFound, signedOut, refused, unreachable, invalidFile } = exitCodes;

/**
 * Every error this program can end with, and its exit code. A code that a portal's problem type shares has the same
 * name. The catalogs hold `error.<code>` (what happened and why) and `error.<code>.hint` (what to do next).
 */
export const errorExitCodes = {
  'unknown-command': usage,
  'unknown-option': usage,
  'missing-verb': usage,
  'missing-argument': usage,
  'excess-arguments': usage,
  'option-without-value': usage,
  'option-invalid': usage,
  'option-missing': usage,
  'options-conflict': usage,
  'prompt-impossible': usage,
  'stdin-empty': usage,
  'dry-run-unsupported': usage,
  'passwords-differ': usage,
  'passphrase-empty': usage,
  'portal-insecure': usage,
  'portal-malformed': usage,
  'access-code-malformed': usage,
  'registration-unfinished': usage,
  'client-missing': usage,
  'client-implicit': usage,
  'client-ambiguous': usage,
  'one-client-only': usage,
  'field-unknown': usage,
  'query-invalid': usage,
  'config-malformed': usage,
  'config-key-unknown': usage,
  'setting-unknown': usage,
  'config-value-invalid': usage,
  'directory-config-forbidden': usage,
  'secret-file-unreadable': usage,
  'ca-file-unreadable': usage,
  'ca-file-malformed': usage,
  'proxy-malformed': usage,
  'schema-unusable': usage,
  'totp-secret-malformed': usage,
  'certificate-file-unreadable': usage,
  'certificate-key-missing': usage,
  'terminal-narrow': usage,
  'user-name-ambiguous': usage,
  'store-keeps-nothing': usage,

  'not-found': notFound,
  'no-clients': notFound,
  'client-unknown': notFound,
  'profile-unknown': notFound,
  'user-unknown': notFound,
  'file-not-found': notFound,
  'otp-not-enrolled': notFound,
  'seed-missing': notFound,
  'sandbox-not-running': notFound,

  'not-signed-in': signedOut,
  'code-request-signed-out': signedOut,
  'login-incomplete': signedOut,
  'credentials-invalid': signedOut,
  'code-invalid': signedOut,
  'code-used': signedOut,
  'clock-ahead': signedOut,
  'clock-behind': signedOut,
  'seed-refused': signedOut,
  'challenge-expired': signedOut,
  'method-unavailable': signedOut,
  'session-expired': signedOut,
  'session-revoked': signedOut,
  'token-reused': signedOut,
  'user-locked': signedOut,
  'user-deactivated': signedOut,
  'user-not-activated': signedOut,
  'activation-code-invalid': signedOut,
  'activation-code-expired': signedOut,
  'certificate-malformed': signedOut,
  'certificate-unsupported': signedOut,
  'certificate-key-malformed': signedOut,
  'certificate-key-mismatch': signedOut,
  'certificate-passphrase-wrong': signedOut,
  'certificate-expired': signedOut,
  'certificate-not-yet-valid': signedOut,
  'certificate-unsuitable': signedOut,
  'certificate-untrusted': signedOut,
  'certificate-refused': signedOut,
  'certificate-of-another-user': signedOut,
  'registration-code-invalid': signedOut,
  'certificate-required': signedOut,
  'certificate-unknown': signedOut,
  'store-absent': signedOut,
  'store-no-bus': signedOut,
  'store-no-service': signedOut,
  'store-empty': signedOut,
  'store-lost': signedOut,
  'store-locked': signedOut,
  'store-denied': signedOut,
  'store-silent': signedOut,
  'store-passphrase-wrong': signedOut,
  'store-damaged': signedOut,
  'store-not-moved': signedOut,
  'store-busy': signedOut,

  'not-permitted': refused,
  'credential-too-weak': refused,
  'confirmation-failed': refused,
  'not-confirmed': refused,
  lockout: refused,
  'lockout-name-wrong': refused,
  'precondition-failed': refused,
  'precondition-required': refused,
  'user-exists': refused,
  'user-name-taken': refused,
  'declaration-exists': refused,
  'declaration-replaced': refused,
  'declaration-rejected': refused,
  'upload-blocked': refused,
  'state-conflict': refused,
  'request-in-progress': refused,
  'idempotency-key-reused': refused,
  'idempotency-key-voided': refused,
  'validation-failed': refused,
  'password-unfit': refused,
  'access-code-invalid': refused,
  'access-code-expired': refused,
  'access-code-used': refused,
  'registration-expired': refused,
  'registration-ended': refused,
  'registration-user-exists': refused,
  malformed: refused,
  'idempotency-key-required': refused,
  'cursor-invalid': refused,
  'method-not-allowed': refused,
  'range-not-satisfiable': refused,
  'factor-required': refused,
  'enrolment-expired': refused,
  'attachment-required': refused,
  'year-mismatch': refused,
  'too-large': refused,
  'media-type-unsupported': refused,
  'portal-refused': refused,
  'profile-exists': refused,
  'target-exists': refused,
  'file-exists': refused,
  'file-unwritable': refused,
  'sandbox-running': refused,
  'sandbox-failed': refused,

  'portal-refuses-connection': unreachable,
  'portal-name-unknown': unreachable,
  'portal-silent': unreachable,
  'portal-certificate-untrusted': unreachable,
  'portal-certificate-expired': unreachable,
  'portal-certificate-not-yet-valid': unreachable,
  'portal-certificate-of-another': unreachable,
  'portal-certificate-unfit': unreachable,
  'portal-connection-lost': unreachable,
  'proxy-refuses-connection': unreachable,
  'proxy-name-unknown': unreachable,
  'proxy-silent': unreachable,
  'proxy-certificate-untrusted': unreachable,
  'proxy-connection-lost': unreachable,
  'proxy-login-missing': unreachable,
  'proxy-login-wrong': unreachable,
  'proxy-login-unsupported': unreachable,
  'proxy-denies': unreachable,
  'proxy-unable': unreachable,
  'portal-redirects': unreachable,
  'portal-answer-malformed': unreachable,
  'digest-mismatch': unreachable,
  'internal-error': unreachable,
  'too-many-requests': unreachable,
  maintenance: unreachable,
  unavailable: unreachable,
  'foreign-host': unreachable,
  'foreign-origin': unreachable,

  'salary-file-invalid': invalidFile,
  'wrong-recipient': invalidFile,
  'salary-table-invalid': invalidFile,
  'salary-table-incomplete': invalidFile,
  'salary-not-a-table': invalidFile,
  'salary-csv-not-accepted': invalidFile,
  'file-of-another-client': invalidFile,
  'file-invalid': invalidFile,
  'file-unreadable': invalidFile,
  'document-unfit': invalidFile,

  'some-failed': exitCodes.someFailed,
  'outcome-unknown': exitCodes.outcomeUnknown,
  'upload-unknown': exitCodes.outcomeUnknown,
  'receipt-mismatch': exitCodes.outcomeUnknown,
  'password-change-unknown': exitCodes.outcomeUnknown,
  interrupted: exitCodes.interrupted,
  unexpected: exitCodes.unexpected,
} as const satisfies Readonly<Record<string, ExitCode>>;

export type ErrorCode = keyof typeof errorExitCodes;

/** Values for the placeholders of a text. */
export type Params = Readonly<Record<string, string | number>>;

/** A failure that people and scripts can deal with. Anything else that is thrown is a bug. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly code: ErrorCode;
  readonly params: Params;
  /** Names the request in the portal's log, where a portal had a part in the failure. */
  readonly requestId: string | undefined;

  constructor(code: ErrorCode, params: Params = {}, origin: { cause?: unknown; requestId?: string | undefined } = {}) {
    super(`${code} ${JSON.stringify(params)}`, { cause: origin.cause });
    this.code = code;
    this.params = params;
    this.requestId = origin.requestId;
  }

  get exitCode(): ExitCode {
    return errorExitCodes[this.code];
  }
}

/** Runs over several rows or clients end with the code of the worst; a smaller place is worse. */
const worstFirst: readonly ExitCode[] = [
  exitCodes.unexpected,
  exitCodes.interrupted,
  exitCodes.outcomeUnknown,
  exitCodes.unreachable,
  exitCodes.signedOut,
  exitCodes.refused,
  exitCodes.invalidFile,
  exitCodes.notFound,
  exitCodes.usage,
  exitCodes.someFailed,
  exitCodes.pending,
  exitCodes.finding,
  exitCodes.ok,
];

export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return worstFirst.indexOf(one) <= worstFirst.indexOf(other) ? one : other;
}
