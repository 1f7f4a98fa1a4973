import { themeValues } from '../../../contract/portal.gen.js';
import { proveChange } from '../../operations/access.js';
import { differing, editUser, needsPassword } from '../../operations/change-user.js';
import type { WantedUser } from '../../operations/change-user.js';
import type { AccessChange } from '../../access/changes.js';
import { portalClock } from '../../operations/portal-clock.js';
import { findUser, fullName, isSelf } from '../../operations/users.js';
import { write } from '../define.js';
import { choices, either, optionalArgument, pattern, text } from '../options.js';
import { bulkOptions, inBulk, theUser } from './bulk-options.js';
import { userFields } from './columns.js';
import { identityOptions } from './identity-options.js';
import { passwordOptions, passwordSources } from './password-sources.js';
import { tellChanges, tellConflicts } from './tell-changes.js';
import { tellProof, tellUncounted } from './tell-proof.js';
import { wantedUser } from './wanted-user.js';

/** RFC 3339. */
const timeOrNone = /^(?:none|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))$/;

export const editOneUser = write({
  name: 'edit',
  summary: 'users.edit.summary',
  details: 'users.edit.details',
  examples: [
    'connect users edit luca.bianchi --last-name Rossi --mobile +41791234512',
    'connect users edit luca.bianchi --grant messages,employees --revoke salary-declaration --dry-run',
    'connect users edit luca.bianchi --administrator --password-stdin < password',
    'connect users edit beat.keller --no-administrator --theme salary-declaration',
    'connect users edit dario.rossi --locked-until none',
    'connect users edit --from changes.csv --skip-bad --password-stdin < password',
  ],
  acts: 'client',
  inBulk: inBulk('edit'),
  args: { user: optionalArgument('[user]', 'users.arg.user') },
  options: {
    ...identityOptions,
    userName: text('--user-name <name>', 'users.edit.userName'),
    lockedUntil: pattern(
      '--locked-until <time>',
      'users.edit.lockedUntil',
      timeOrNone,
      '2026-12-31T18:00:00+01:00, none',
    ),
    administrator: either('--administrator', 'users.new.administrator', 'users.edit.noAdministrator'),
    theme: choices('--theme <theme>', 'users.edit.theme', themeValues),
    grant: choices('--grant <theme>', 'users.edit.grant', themeValues),
    revoke: choices('--revoke <theme>', 'users.edit.revoke', themeValues),
    ...passwordOptions,
    acceptLockout: text('--accept-lockout <client>', 'users.edit.acceptLockout'),
    ...bulkOptions,
  },
  prepare: async (input, { portal, client, login, world, wire, notify, ask, tell }) => {
    const clock = portalClock(world.clock, wire.clockCheck);
    const found = await findUser(portal, client, theUser(input.user), login.username);
    const { value: user } = found;
    const wanted = differing(user, await wantedUser(input, user, client, ask, clock.now()));
    const proof = await proveChange(
      portal,
      clock,
      client,
      user,
      accessChange(user.id, wanted),
      input.acceptLockout,
      (refused) => tellUncounted(refused, notify),
    );
    await tellProof(proof, client, notify);
    if (wanted.administrator === false && isSelf(user, login.username))
      await notify('users.edit.self', { client: client.name });
    const isNothing = Object.keys(wanted).length === 0;
    const path = `/clients/${client.number}/users/${user.id}`;
    return {
      summary: isNothing ? 'users.edit.nothing' : 'users.edit.will',
      params: { user: fullName(user), userName: user.userName, changes: tellChanges(user, wanted, tell) },
      request: { method: 'PATCH', path, body: wanted },
      consent:
        !isNothing && needsPassword(wanted)
          ? { kind: 'password', question: 'users.new.askPassword', sources: passwordSources(input, login.username) }
          : { kind: 'none' },
      carryOut: (_key, password) =>
        isNothing
          ? Promise.resolve(user)
          : editUser(portal, client, found, wanted, password, (conflicts) => tellConflicts(conflicts, tell)),
    };
  },
  fields: userFields,
});

/** What of it concerns who can administrate. */
function accessChange(id: string, { administrator, lockedUntil }: WantedUser): AccessChange | undefined {
  if (administrator === undefined && lockedUntil === undefined) return undefined;
  return {
    kind: 'edit',
    id,
    ...(administrator !== undefined && { administrator }),
    ...(lockedUntil !== undefined && { lockedUntil }),
  };
}
