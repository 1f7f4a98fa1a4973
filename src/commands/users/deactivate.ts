import { deactivate, findUser, fullName, planDeparture } from '../../operations/users.js';
import { write } from '../define.js';
import { argument, text } from '../options.js';
import { userFields } from './columns.js';

export const deactivateUser = write({
  name: 'deactivate',
  summary: 'users.deactivate.summary',
  details: 'users.deactivate.details',
  examples: ['connect users deactivate beat.keller', 'connect users deactivate beat.keller --client 10001.00 --yes'],
  acts: 'client',
  args: { user: argument('<user>', 'users.arg.user') },
  options: { acceptLockout: text('--accept-lockout <client>', 'users.deactivate.acceptLockout') },
  prepare: async ({ user: name, acceptLockout }, { portal, client, login, world, notify }) => {
    const leaver = await findUser(portal, client, name, login.username);
    const departure = await planDeparture(portal, world.clock, client, leaver, acceptLockout);
    const { user, verdict, remaining } = departure;
    if (verdict === 'fragile')
      await notify('users.deactivate.fragile', { client: client.name, user: remaining.map(fullName).join(', ') });
    if (verdict === 'locked-out') await notify('users.deactivate.lockedOut', { client: client.name });
    const params = { user: fullName(user), userName: user.userName, client: client.name };
    return {
      summary: user.deactivated ? 'users.deactivate.already' : 'users.deactivate.will',
      params,
      request: { method: 'POST', path: `/clients/${client.number}/users/${user.id}/deactivation` },
      consent: user.deactivated
        ? { kind: 'none' }
        : { kind: 'typed', question: 'users.deactivate.ask', word: user.userName, params },
      carryOut: () => (user.deactivated ? Promise.resolve(user) : deactivate(portal, client, departure)),
    };
  },
  fields: userFields,
});
