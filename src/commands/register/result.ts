import type { Registration } from '../../../contract/portal.gen.js';
import type { Progress } from '../../operations/register.js';
import type { Column } from '../../render/view.js';

/** How far a registration is. */
export interface Registered {
  readonly portal: string;
  readonly username: string;
  readonly email: string;
  readonly client: Registration['client'];
  readonly state: Registration['state'];
  /** The second factor, once there is one. */
  readonly method: 'otp' | 'sms' | null;
  /** RFC 3339; until then it can be gone on with. Null once it is complete. */
  readonly expiresAt: string | null;
}

export function registered({ unfinished, state }: Progress): Registered {
  const { portal, registrant, registration, method } = unfinished;
  return {
    portal,
    username: registrant.userName,
    email: registrant.email,
    client: registration.client,
    state,
    method,
    expiresAt: state === 'complete' ? null : registration.expiresAt,
  };
}

export const registeredFields: readonly Column<Registered>[] = [
  { key: 'portal', title: 'status.portal' },
  { key: 'username', title: 'status.username' },
  { key: 'email', title: 'users.email' },
  {
    key: 'client',
    title: 'common.client',
    value: ({ client }) => client.number,
    text: ({ client }) => `${client.name} (${client.number})`,
  },
  {
    key: 'state',
    title: 'register.state',
    text: ({ state }, { translate }) => translate(`registrationState.${state}`),
    tone: ({ state }) => (state === 'complete' ? 'good' : 'warning'),
  },
  {
    key: 'method',
    title: 'status.method',
    text: ({ method }, { translate }) => (method === null ? '' : translate(`method.${method}`)),
  },
  { key: 'expiresAt', title: 'register.expiresAt', text: ({ expiresAt }, tell) => tell.time(expiresAt) },
];
