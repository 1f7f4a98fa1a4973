import type { Registration } from '../../../contract/portal.gen.js';
import type { Registrant, RegistrationsApi } from '../../api/registrations.js';
import type { PortalAddress } from '../../config/portal-address.js';
import { accessCodeOf } from '../../operations/letter-codes.js';
import { begin } from '../../operations/register.js';
import type { Begun } from '../../operations/register.js';
import type { UnfinishedRegistration, UnfinishedRegistrations } from '../../operations/unfinished-registrations.js';
import type { Change } from '../../runner/change.js';
import type { Context } from '../../runner/context.js';
import { answersOf } from './answers.js';
import type { AnswersInput } from './answers.js';
import { carryOn } from './carry-on.js';
import { askRegistrant } from './registrant.js';
import type { RegistrantInput } from './registrant.js';
import { registered } from './result.js';
import type { Registered } from './result.js';

export interface RegisterInput extends RegistrantInput, AnswersInput {
  readonly portal: string | undefined;
  readonly accessCodeStdin: boolean | undefined;
  readonly restart: boolean | undefined;
}

/** One registration at one portal, and where it is remembered. */
export interface Desk {
  readonly address: PortalAddress;
  readonly api: RegistrationsApi;
  readonly memory: UnfinishedRegistrations;
}

/** A registration and how far it is by the portal’s word. */
export interface LookedUp {
  readonly unfinished: Begun;
  readonly state: Registration['state'];
}

interface Earlier {
  /** What was said for a registration that came to nothing. */
  readonly before?: Registrant | undefined;
  /** One that an earlier run has sent, and whose answer it never got. */
  readonly sent?: UnfinishedRegistration | undefined;
}

/** Begins one; under the key of an earlier run if that has sent it already. */
export async function beginning(
  input: RegisterInput,
  { before, sent }: Earlier,
  desk: Desk,
  context: Context,
): Promise<Change<Registered>> {
  const { ask, world, notify } = context;
  const { address } = desk;
  const option = '--access-code-stdin';
  const sources = { stdin: input.accessCodeStdin, option, variable: 'CONNECT_ACCESS_CODE' };
  const accessCode = accessCodeOf(await ask.secret('register.askAccessCode', sources));
  const registrant = sent?.registrant ?? (await askRegistrant(input, before ?? {}, context));
  if (sent !== undefined) await notify('write.resuming', { at: sent.begunAt });
  return {
    summary: 'register.will',
    params: { user: registrant.userName, email: registrant.email, portal: address.href },
    request: { method: 'POST', path: '/registrations', body: registrant },
    consent: { kind: 'none' },
    carryOut: (newKey) => {
      const begunAt = world.clock.now().toISOString();
      const fresh = { version: 1, portal: address.href, begunAt, key: newKey, registrant } as const;
      const wanted = sent ?? { ...fresh, registration: null, method: null };
      return carryOn(desk, context, answersOf(input, registrant.userName, context), async (course) => {
        const again = { wasSent: sent !== undefined, newKey: () => newKey };
        return { unfinished: await begin(course, wanted, accessCode, again), state: 'e-mail-sent' };
      });
    },
  };
}

export function goingOn(
  { unfinished, state }: LookedUp,
  input: RegisterInput,
  desk: Desk,
  context: Context,
): Change<Registered> {
  const { registration, registrant, begunAt } = unfinished;
  const step = state === 'factor-pending' ? 'completion' : 'activation';
  return {
    summary: 'register.willGoOn',
    params: { user: registrant.userName, client: registration.client.name, at: begunAt },
    request: { method: 'POST', path: `/registrations/${registration.id}/${step}` },
    consent: { kind: 'none' },
    carryOut: () =>
      carryOn(desk, context, answersOf(input, registrant.userName, context), () =>
        Promise.resolve({ unfinished, state }),
      ),
  };
}

/** The answer to the last step was lost, and it was made. */
export function completed({ unfinished, state }: LookedUp, { memory, address }: Desk): Change<Registered> {
  const { registration, registrant } = unfinished;
  return {
    summary: 'register.isComplete',
    params: { user: registrant.userName, client: registration.client.name },
    request: { method: 'GET', path: `/registrations/${registration.id}` },
    consent: { kind: 'none' },
    carryOut: async () => {
      await memory.forget(address.href);
      return registered({ unfinished, state });
    },
  };
}
