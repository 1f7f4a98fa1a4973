import type { NewUser, Theme, User, UserAccess, UserChange, UserStatus } from '../../contract/portal.gen.js';
import { idOf, path } from './call.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import { requestJson, requestTagged } from './request.js';
import type { Tagged } from './request.js';
import type { Wire } from './wire.js';

export interface UserQuery {
  readonly status?: UserStatus | undefined;
  readonly administrator?: boolean | undefined;
  readonly theme?: Theme | undefined;
  readonly q?: string | undefined;
  readonly sort?: 'userName' | 'lastName' | 'lastLoginAt' | 'createdAt' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export interface UsersApi {
  list(client: string, query?: UserQuery): AsyncGenerator<User>;
  get(client: string, id: string): Promise<Tagged<User>>;
  /** Whether a login still opens anything; asked of the portal at this moment. */
  access(client: string, id: string): Promise<UserAccess>;
  create(client: string, user: NewUser, idempotencyKey: string): Promise<User>;
  update(client: string, id: string, change: UserChange, etag: string): Promise<User>;
  deactivate(client: string, id: string, etag: string): Promise<User>;
  reactivate(client: string, id: string, confirmPassword: string, etag: string): Promise<User>;
}

const userShape: Shape<User> = {
  id: 'string',
  userName: 'string',
  status: 'string',
  administrator: 'boolean',
  deactivated: 'boolean',
  methods: 'array',
  permissions: 'array',
  lockedUntil: 'time?',
  lastLoginAt: 'time?',
};

const accessShape: Shape<UserAccess> = {
  at: 'time',
  mayLogIn: 'boolean',
  mayAct: 'boolean',
  reasons: 'array',
  openSessions: 'number',
  deactivatedAt: 'time?',
  sessionsEndedAt: 'time?',
  lastLoginAt: 'time?',
};

export function usersApi(wire: Wire): UsersApi {
  return {
    list: (client, query = {}) =>
      items(wire, { method: 'GET', path: path`/clients/${client}/users`, query: { ...query } }, userShape),
    get: (client, id) =>
      requestTagged(wire, { method: 'GET', path: path`/clients/${client}/users/${idOf(id)}` }, userShape),
    access: (client, id) =>
      requestJson(wire, { method: 'GET', path: path`/clients/${client}/users/${idOf(id)}/access` }, accessShape),
    create: (client, json, idempotencyKey) =>
      requestJson(
        wire,
        { method: 'POST', path: path`/clients/${client}/users`, effect: 'change', idempotencyKey, json },
        userShape,
      ),
    update: (client, id, json, etag) =>
      requestJson(
        wire,
        { method: 'PATCH', path: path`/clients/${client}/users/${idOf(id)}`, ...guarded(etag), json },
        userShape,
      ),
    deactivate: (client, id, etag) =>
      requestJson(
        wire,
        { method: 'POST', path: path`/clients/${client}/users/${idOf(id)}/deactivation`, ...guarded(etag) },
        userShape,
      ),
    reactivate: (client, id, confirmPassword, etag) =>
      requestJson(
        wire,
        {
          method: 'POST',
          path: path`/clients/${client}/users/${idOf(id)}/reactivation`,
          ...guarded(etag),
          json: { confirmPassword },
        },
        userShape,
      ),
  };
}

/** A change of what was read with this ETag, and of nothing newer. */
const guarded = (etag: string) => ({ effect: 'change', headers: { 'if-match': etag } }) as const;
