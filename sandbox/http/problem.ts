import type { Problem as ProblemBody, ProblemType } from '../../contract/portal.gen.js';

const prefix = 'urn:problem-type:connect:';
type Short<Type> = Type extends `urn:problem-type:connect:${infer Name}` ? Name : never;

/** The short names of the contract's problem types. */
export type ProblemName = Short<ProblemType>;

/** Members that some problems carry beyond type, title and status. */
export type ProblemDetails = Partial<Omit<ProblemBody, 'type' | 'title' | 'status' | 'instance'>>;

const problems: Readonly<Record<ProblemName, readonly [status: number, title: string]>> = {
  malformed: [400, 'The request can not be read.'],
  'idempotency-key-required': [400, 'The header Idempotency-Key is missing.'],
  'digest-mismatch': [400, 'The body does not fit its digest.'],
  'cursor-invalid': [400, 'The cursor is not, or no longer, valid for this list.'],
  'credentials-invalid': [401, 'User name or password is wrong.'],
  'code-invalid': [401, 'The code is wrong.'],
  'code-used': [401, 'The code was used before.'],
  'challenge-expired': [401, 'The challenge is unknown, answered or too old.'],
  'session-expired': [401, 'There is no session, or it has expired.'],
  'session-revoked': [401, 'The session was ended.'],
  'token-reused': [401, 'The refresh token was used before; the session is ended.'],
  'certificate-required': [401, 'A client certificate is needed.'],
  'certificate-untrusted': [401, 'The certificate comes from an authority that is not accepted here.'],
  'certificate-expired': [401, 'The certificate has expired.'],
  'certificate-not-yet-valid': [401, 'The certificate is not valid yet.'],
  'certificate-unsuitable': [401, 'The certificate is not made for clients.'],
  'certificate-unknown': [401, 'The certificate is not registered for a user.'],
  'signature-missing': [401, 'The session signs this request, and the signature is missing.'],
  'signature-invalid': [401, 'The signature of the request is not in order.'],
  'user-locked': [403, 'The user is locked after too many wrong answers.'],
  'user-deactivated': [403, 'The user is deactivated.'],
  'user-not-activated': [403, 'The registration of the user is not complete.'],
  'not-permitted': [403, 'The user may not do that.'],
  'login-shared': [403, 'The login also acts for other clients and is not this one’s to change.'],
  'credential-too-weak': [403, 'A stronger credential is needed.'],
  'confirmation-failed': [403, 'The password given to confirm is wrong.'],
  'foreign-origin': [403, 'Requests from web pages are refused.'],
  'not-found': [404, 'There is no such thing.'],
  'not-supported': [404, 'This portal does not offer that.'],
  'method-not-allowed': [405, 'The method is not allowed here.'],
  'user-exists': [409, 'There is a user with this e-mail address.'],
  'user-name-taken': [409, 'The user name is taken.'],
  'request-in-progress': [409, 'A request with this Idempotency-Key is being processed.'],
  'declaration-exists': [409, 'There is a declaration for this year.'],
  'state-conflict': [409, 'That is not possible in this state.'],
  'factor-required': [409, 'A second factor must remain.'],
  'access-code-expired': [410, 'The access code has expired.'],
  'activation-code-expired': [410, 'The activation code has expired.'],
  'enrolment-expired': [410, 'The enrolment has expired.'],
  'registration-expired': [410, 'The registration has expired.'],
  'precondition-failed': [412, 'It was changed since it was read.'],
  'too-large': [413, 'The body is too large.'],
  'media-type-unsupported': [415, 'This media type is not accepted here.'],
  'range-not-satisfiable': [416, 'There are no such bytes.'],
  'foreign-host': [421, 'This is not the host that the request names.'],
  'validation-failed': [422, 'The request does not fit the contract.'],
  'idempotency-key-reused': [422, 'This Idempotency-Key belongs to another request.'],
  'idempotency-key-voided': [422, 'The submission with this Idempotency-Key was called off.'],
  'password-unfit': [422, 'The new password can not be used.'],
  'access-code-invalid': [422, 'The access code is wrong.'],
  'access-code-used': [422, 'The access code was used before.'],
  'activation-code-invalid': [422, 'The activation code is wrong.'],
  'wrong-recipient': [422, 'The file is meant for another fund or member.'],
  'file-invalid': [422, 'The file can not be read as a salary declaration.'],
  'attachment-required': [422, 'At least one attachment is needed.'],
  'year-mismatch': [422, 'The declaration is for another year.'],
  'precondition-required': [428, 'The header If-Match is missing.'],
  'too-many-requests': [429, 'Too many requests; wait a little.'],
  'internal-error': [500, 'The portal has made a mistake.'],
  maintenance: [503, 'The portal is closed for maintenance.'],
  unavailable: [503, 'The portal is not available.'],
};

/** A refusal. Thrown, it also undoes the transaction that it is thrown in; returned from one, it leaves it standing. */
export class Problem extends Error {
  override readonly name: ProblemName;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(name: ProblemName, details: ProblemDetails = {}, headers: Readonly<Record<string, string>> = {}) {
    super(details.detail ?? name);
    this.name = name;
    this.details = details;
    this.headers = headers;
  }

  get status(): number {
    return problems[this.name][0];
  }

  body(requestId: string): ProblemBody {
    const [status, title] = problems[this.name];
    return { type: `${prefix}${this.name}`, title, status, instance: `urn:request:${requestId}`, ...this.details };
  }
}

/** One or more members that are not as they must be. */
export function invalid(pointer: string, detail: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer, detail }] });
}

/** The short name of a type, as `x-problems` in the contract lists it. */
export function shortName(type: string): string {
  return type.startsWith(prefix) ? type.slice(prefix.length) : type;
}

/** The problem that goes with a status when nothing more is known, if there is one. */
export function problemForStatus(status: number, headers: Readonly<Record<string, string>>): Problem | undefined {
  const names: Readonly<Record<number, ProblemName>> = {
    429: 'too-many-requests',
    500: 'internal-error',
    503: 'unavailable',
  };
  const name = names[status];
  return name === undefined ? undefined : new Problem(name, {}, headers);
}
