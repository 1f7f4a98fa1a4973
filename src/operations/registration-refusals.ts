import { ConnectError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import type { Clock } from '../platform/ports.js';
import type { UnfinishedRegistration } from './unfinished-registrations.js';

/** After these a registration can't go on: it has ended, or somebody else has what it needs. */
const fatal: readonly ErrorCode[] = [
  'registration-expired',
  'access-code-used',
  'user-exists',
  'user-name-taken',
  'not-found',
];

export interface RegistrationRefusal {
  readonly error: unknown;
  /** The registration is lost; only a new one helps. */
  readonly isOver: boolean;
}

/** A refusal in the words of a registration, where the same problem type means another thing to somebody without a login. */
export function registrationRefusal(
  error: unknown,
  { registration }: UnfinishedRegistration,
  clock: Pick<Clock, 'now'>,
): RegistrationRefusal {
  if (!(error instanceof ConnectError)) return { error, isOver: false };
  const { code, requestId } = error;
  const origin = { cause: error, requestId };
  const isOver = fatal.includes(code);
  if (code === 'code-invalid') return { error: wrongCode(error), isOver };
  if (code === 'user-exists') return { error: new ConnectError('registration-user-exists', {}, origin), isOver };
  const hasTimeLeft = registration !== null && clock.now().getTime() < Date.parse(registration.expiresAt);
  // The contract ends a registration by time, or by the fifth wrong code.
  if (code === 'registration-expired' && hasTimeLeft)
    return { error: new ConnectError('registration-ended', {}, origin), isOver };
  return { error, isOver };
}

function wrongCode(error: ConnectError): ConnectError {
  const { attemptsLeft } = error.params;
  const origin = { cause: error, requestId: error.requestId };
  return attemptsLeft === undefined
    ? new ConnectError('registration-code-invalid', {}, origin)
    : new ConnectError('registration-code-invalid', { attemptsLeft }, origin);
}
