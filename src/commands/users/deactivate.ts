import { proveChange } from '../../operations/access.js';
import { deactivate } from '../../operations/change-user.js';
import { portalClock } from '../../operations/portal-clock.js';
import { findUser, fullName, isSelf } from '../../operations/users.js';
import { write } from '../define.js';
import { optionalArgument, text } from '../options.js';
import { bulkOptions, inBulk, theUser } from './bulk-options.js';
import { userFields } from './columns.js';
import { namesOf, tellProof, tellUncounted } from './tell-proof.js';

export const deactivateUser = write({
  name: 'deactivate',
  summary: 'users.deactivate.summary',
  details: 'users.deactivate.details',
  examples: [
    'connect users deactivate beat.keller',
    'connect users deactivate beat.keller --client 10001.00 --yes',
    'connect users deactivate --from leavers.csv --dry-run',
  ],
  acts: 'client',
  inBulk: inBulk('deactivate'),
  args: { user: optionalArgument('[user]', 'users.arg.user') },
  options: { acceptLockout: text('--accept-lockout <client>', 'users.deactivate.acceptLockout'), ...bulkOptions },
  prepare: async ({ user: name, acceptLockout }, { portal, client, login, world, wire, notify }) => {
    const leaver = await findUser(portal, client, theUser(name), login.username);
    const { value: user } = leaver;
    // Whoever is gone already takes nothing away.
    const change = user.deactivated ? undefined : ({ kind: 'deactivate', id: user.id } as const);
    const clock = portalClock(world.clock, wire.clockCheck);
    const proof = await proveChange(portal, clock, client, user, change, acceptLockout, (refused) =>
      tellUncounted(refused, notify),
    );
    if (change !== undefined && isSelf(user, login.username)) {
      await notify('users.deactivate.self', { client: client.name });
      if (proof?.verdict === 'safe') await notify('access.safe', { user: namesOf(proof.working), client: client.name });
    }
    await tellProof(proof, client, notify);
    const params = { user: fullName(user), userName: user.userName, client: client.name };
    return {
      summary: user.deactivated ? 'users.deactivate.already' : 'users.deactivate.will',
      params,
      request: { method: 'POST', path: `/clients/${client.number}/users/${user.id}/deactivation` },
      consent: user.deactivated
        ? { kind: 'none' }
        : { kind: 'typed', question: 'users.deactivate.ask', word: user.userName, params },
      carryOut: () => (user.deactivated ? Promise.resolve(user) : deactivate(portal, client, leaver)),
    };
  },
  fields: userFields,
});
