import { proveChange } from '../../operations/access.js';
import { reactivate } from '../../operations/change-user.js';
import { portalClock } from '../../operations/portal-clock.js';
import { findUser, fullName } from '../../operations/users.js';
import { write } from '../define.js';
import { optionalArgument } from '../options.js';
import { bulkOptions, inBulk, theUser } from './bulk-options.js';
import { userFields } from './columns.js';
import { passwordOptions, passwordSources } from './password-sources.js';
import { tellProof } from './tell-proof.js';

export const reactivateUser = write({
  name: 'reactivate',
  summary: 'users.reactivate.summary',
  details: 'users.reactivate.details',
  examples: [
    'connect users reactivate claire.favre',
    'connect users reactivate claire.favre --client 10001.00 --password-stdin < password',
    'connect users reactivate --from returners.csv --password-stdin < password',
  ],
  acts: 'client',
  inBulk: inBulk('reactivate'),
  args: { user: optionalArgument('[user]', 'users.arg.user') },
  options: { ...passwordOptions, ...bulkOptions },
  prepare: async (input, { portal, client, login, world, wire, notify, ask }) => {
    const found = await findUser(portal, client, theUser(input.user), login.username);
    const { value: user } = found;
    const change = user.deactivated ? ({ kind: 'reactivate', id: user.id } as const) : undefined;
    const clock = portalClock(world.clock, wire.clockCheck);
    const proof = await proveChange(portal, clock, client, user, change, undefined);
    await tellProof(proof, client, notify);
    const themes = user.permissions.map((theme) => ask.translate(`theme.${theme}`)).join(', ');
    return {
      summary: summaryOf(user),
      params: { user: fullName(user), userName: user.userName, themes: themes || '–' },
      request: { method: 'POST', path: `/clients/${client.number}/users/${user.id}/reactivation` },
      consent: user.deactivated
        ? { kind: 'password', question: 'users.new.askPassword', sources: passwordSources(input, login.username) }
        : { kind: 'none' },
      carryOut: (_key, password) =>
        user.deactivated ? reactivate(portal, client, found, password) : Promise.resolve(user),
    };
  },
  fields: userFields,
});

function summaryOf({ deactivated, administrator }: { readonly deactivated: boolean; readonly administrator: boolean }) {
  if (!deactivated) return 'users.reactivate.already';
  return administrator ? 'users.reactivate.willAdministrator' : 'users.reactivate.will';
}
