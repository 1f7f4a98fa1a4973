import type { OtpEnrolment, Registration } from '../../contract/portal.gen.js';
import { settles } from '../api/doubt.js';
import type { Factor, RegistrationsApi } from '../api/registrations.js';
import { ConnectError, exitCodes } from '../errors.js';
import type { ExitCode } from '../errors.js';
import type { Clock } from '../platform/ports.js';
import { Secret } from '../secret.js';
import { activationCodeOf } from './letter-codes.js';
import { registrationRefusal } from './registration-refusals.js';
import type { UnfinishedRegistration, UnfinishedRegistrations } from './unfinished-registrations.js';

/** What registering needs to know from its user, asked for only when it is needed; undefined: nobody can tell now. */
export interface RegistrationAnswers {
  readonly activationCode: () => Promise<Secret | undefined>;
  readonly password: () => Promise<Secret>;
  readonly factor: () => Promise<Factor>;
  /** Whether a second factor that waits for its first code shall be set up anew. */
  readonly anew: (method: Factor['method']) => Promise<boolean>;
  readonly scan: (enrolment: OtpEnrolment) => Promise<void>;
  readonly smsSent: (maskedNumber: string) => Promise<void>;
  readonly code: (method: Factor['method']) => Promise<Secret | undefined>;
}

export interface Course {
  readonly api: RegistrationsApi;
  readonly memory: UnfinishedRegistrations;
  readonly clock: Pick<Clock, 'now'>;
}

export type Begun = UnfinishedRegistration & { readonly registration: object };

/**
 * Begins a registration under a key that is on disk before it is sent.
 * @param wasSent an earlier run has sent it already and never learnt what came of it
 * @param newKey for what the portal knows under this key as another request: then something else is wanted by now
 * @throws ConnectError `access-code-invalid`, `access-code-used`, `access-code-expired`, `user-name-taken`, …
 */
export async function begin(
  { api, memory, clock }: Course,
  wanted: UnfinishedRegistration,
  accessCode: Secret,
  { wasSent, newKey }: { readonly wasSent: boolean; readonly newKey: () => string },
): Promise<Begun> {
  const send = async (one: UnfinishedRegistration): Promise<Begun> => {
    await memory.keep(one);
    const { id, client, expiresAt } = await api.start(one.registrant, accessCode, one.key);
    const begun = { ...one, registration: { id, client, expiresAt } };
    await memory.keep(begun);
    return begun;
  };
  try {
    return await send(wanted).catch((error: unknown) => {
      if (!(error instanceof ConnectError) || error.code !== 'idempotency-key-reused') throw error;
      return send({ ...wanted, key: newKey() });
    });
  } catch (error) {
    if (isSettled(error, wasSent)) await memory.forget(wanted.portal);
    throw registrationRefusal(error, wanted, clock).error;
  }
}

/** Whether nothing was begun, now or by an earlier run: only a portal that has looked can tell that of an earlier one. */
function isSettled(error: unknown, wasSent: boolean): boolean {
  if (!(error instanceof ConnectError)) return false;
  const { exitCode } = error;
  const open: readonly ExitCode[] = [exitCodes.outcomeUnknown, exitCodes.interrupted];
  return wasSent ? exitCode === exitCodes.refused && settles(error) : !open.includes(exitCode);
}

export interface Progress {
  readonly unfinished: Begun;
  readonly state: Registration['state'];
}

/**
 * Takes a registration from where it is to its end, or to where nobody can tell what is needed next. Each step is on
 * disk before the next one is asked for, so that another run can go on from there.
 */
export async function goOn(course: Course, { unfinished, state }: Progress, answers: RegistrationAnswers) {
  const waiting = state === 'factor-pending' && unfinished.method !== null && !(await answers.anew(unfinished.method));
  const activated = waiting ? unfinished : await activate(course, unfinished, answers);
  const { method } = activated ?? {};
  if (activated === undefined || method === undefined || method === null) return { unfinished, state };
  const code = await answers.code(method);
  if (code === undefined) return { unfinished: activated, state: 'factor-pending' as const };
  await complete(course, activated, withoutSpaces(code));
  await course.memory.forget(activated.portal);
  return { unfinished: activated, state: 'complete' as const };
}

/** Activation code, password and second factor, which the portal takes all at once. */
async function activate(course: Course, begun: Begun, answers: RegistrationAnswers): Promise<Begun | undefined> {
  const typed = await answers.activationCode();
  if (typed === undefined) return undefined;
  const code = activationCodeOf(typed);
  const password = await answers.password();
  const factor = await answers.factor();
  const { id } = begun.registration;
  const { enrolment, maskedNumber } = await orRefusal(course, begun, () =>
    course.api.activate(id, code, password, factor),
  );
  const activated = { ...begun, method: factor.method };
  await course.memory.keep(activated);
  if (enrolment !== undefined) await answers.scan(enrolment);
  if (factor.method === 'sms') await answers.smsSent(maskedNumber ?? factor.mobileNumber);
  return activated;
}

/** Finds out by looking what an answer that was lost would have said. */
async function complete(course: Course, begun: Begun, code: Secret): Promise<void> {
  const { id } = begun.registration;
  // What can't be a code is not sent: five wrong ones end the registration.
  if (!/^[0-9]{6,8}$/.test(code.reveal())) throw new ConnectError('registration-code-invalid');
  await orRefusal(course, begun, async () => {
    try {
      await course.api.complete(id, code);
    } catch (error) {
      if (!(error instanceof ConnectError) || error.code !== 'outcome-unknown') throw error;
      const now = await course.api.get(id).catch(() => undefined);
      if (now?.state !== 'complete') throw error;
    }
  });
}

async function orRefusal<T>({ memory, clock }: Course, begun: Begun, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const { error, isOver } = registrationRefusal(thrown, begun, clock);
    if (isOver) await memory.forget(begun.portal);
    throw error;
  }
}

/** Apps show “123 456”. */
function withoutSpaces(code: Secret): Secret {
  return new Secret(code.reveal().replace(/\s/g, ''));
}
