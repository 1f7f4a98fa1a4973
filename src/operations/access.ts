import type { Client, User } from '../../contract/portal.gen.js';
import type { AccessChange } from '../access/changes.js';
import { prove } from '../access/lockout.js';
import type { Proof } from '../access/lockout.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import type { Clock } from '../platform/ports.js';
import { fullName } from './users.js';

type Ports = Pick<Portal, 'users'>;
type Now = Pick<Clock, 'now'>;

/** What a change of a user makes of a client, as far as administrators are concerned; nothing if it does not concern them. */
export type AccessProof = Proof<User> | undefined;

/**
 * Proves that a client keeps a working administrator when a user is changed, or refuses. The order matters: the user's ETag
 * covers the set of administrators, and the user was read before the list, so that a change in between is noticed.
 * @param change nothing if access is not what is changed
 * @param acceptedFor client name that the user accepts to lock out
 * @throws ConnectError `lockout`, `lockout-name-wrong`
 */
export async function proveChange(
  portal: Ports,
  clock: Now,
  client: Client,
  user: User,
  change: AccessChange | undefined,
  acceptedFor: string | undefined,
): Promise<AccessProof> {
  if (acceptedFor !== undefined && acceptedFor !== client.name) {
    throw new ConnectError('lockout-name-wrong', { given: acceptedFor, client: client.name });
  }
  if (change === undefined || !(user.administrator || makesAdministrator(change))) return undefined;
  const proof = await proveNow(portal, clock, client, user, [change]);
  if (proof.refused && acceptedFor === undefined) {
    throw new ConnectError('lockout', {
      client: client.name,
      number: client.number,
      user: fullName(user),
      userName: user.userName,
    });
  }
  return proof;
}

/**
 * Who can administrate a client once these changes are made; without changes, who can today.
 * @param user as it was read; the list may know better, but changes are about what was read
 */
export async function proveNow(
  portal: Ports,
  clock: Now,
  client: Client,
  user: User,
  changes: readonly AccessChange[],
): Promise<Proof<User>> {
  const administrators = await all(portal.users.list(client.number, { administrator: true }));
  const users = [...administrators.filter(({ id }) => id !== user.id), user];
  const [proof] = prove([{ client: client.number, users, changes }], clock.now());
  if (proof === undefined) throw new Error('no proof');
  return proof;
}

const makesAdministrator = (change: AccessChange): boolean => change.kind === 'edit' && change.administrator === true;
