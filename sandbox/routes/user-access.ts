import type { AccessObstacle } from '../../contract/portal.gen.js';
import type { Handlers } from '../http/types.js';
import { orNull, rfc3339 } from '../rules/time.js';
import { methodsOf } from '../store/accounts.js';
import type { UserRow } from '../store/memberships.js';
import { hasClients } from './tokens.js';
import { findUser } from './user.js';

export const userAccess: Pick<Handlers, 'getUserAccess'> = {
  getUserAccess(call, { params }) {
    const user = findUser(call, params.user);
    const { sessions, audit } = call.portal.store;
    const { open, endedAt } = sessions.standing(user.id, call.now());
    const reasons = obstacles(user);
    const isDeactivated = user.deactivated === 1;
    const since = isDeactivated ? audit.deactivatedAt(call.fund, call.member.client.number, user.userName) : null;
    return {
      status: 200,
      body: {
        user: { id: user.id, userName: user.userName },
        at: rfc3339(call.now()),
        // What the login itself asks; here deactivated is deactivated for this client, there for all of them.
        mayLogIn: hasClients(call, user) && reasons.every((reason) => reason === 'deactivated'),
        mayAct: !isDeactivated,
        reasons,
        openSessions: open,
        deactivatedAt: orNull(since, rfc3339),
        sessionsEndedAt: orNull(endedAt, rfc3339),
        lastLoginAt: orNull(user.lastLoginAt, rfc3339),
      },
    };
  },
};

function obstacles(user: UserRow): AccessObstacle[] {
  return [
    ...(user.deactivated === 1 ? (['deactivated'] as const) : []),
    ...(user.lockedUntil === null ? [] : (['locked'] as const)),
    ...(user.passwordHash === null ? (['not-activated'] as const) : []),
    ...(methodsOf(user).length === 0 ? (['no-second-factor'] as const) : []),
  ];
}
