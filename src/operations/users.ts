import type { Client, User } from '../../contract/portal.gen.js';
import { withoutUser } from '../access/lockout.js';
import type { Verdict } from '../access/lockout.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import type { Tagged } from '../api/request.js';
import { ConnectError } from '../errors.js';
import type { Clock } from '../platform/ports.js';

type Ports = Pick<Portal, 'users' | 'me'>;

/**
 * The user whom somebody names by user name, e-mail address or id; with the ETag of this moment.
 * @param self user name of the acting login: everybody may look at himself, only administrators at others
 */
export async function findUser(portal: Ports, client: Client, name: string, self: string): Promise<Tagged<User>> {
  if (name.startsWith('usr_')) return portal.users.get(client.number, name);
  if (name === self) return portal.users.get(client.number, (await portal.me.get()).id);
  const wanted = name.toLowerCase();
  const candidates = await all(portal.users.list(client.number, { q: name }));
  const found = candidates.filter(
    ({ userName, email }) => userName.toLowerCase() === wanted || email.toLowerCase() === wanted,
  );
  const [first, ...others] = found;
  if (first === undefined) {
    throw new ConnectError('user-unknown', { user: name, client: client.name, similar: namesOf(candidates) });
  }
  if (others.length > 0) throw new ConnectError('user-name-ambiguous', { user: name, similar: namesOf(found) });
  return portal.users.get(client.number, first.id);
}

export interface Departure {
  readonly user: User;
  readonly etag: string;
  readonly verdict: Verdict;
  /** Who remains to administrate. */
  readonly remaining: readonly User[];
}

/**
 * Proves that a client keeps a working administrator when a user goes, or refuses. The order matters: the user's ETag
 * covers the set of administrators, and it was read before the list, so that a change in between is noticed.
 * @param acceptedFor client name that the user accepts to lock out
 * @throws ConnectError `lockout`, `lockout-name-wrong`
 */
export async function planDeparture(
  portal: Ports,
  clock: Pick<Clock, 'now'>,
  client: Client,
  leaver: Tagged<User>,
  acceptedFor: string | undefined,
): Promise<Departure> {
  const { value: user, etag } = leaver;
  if (acceptedFor !== undefined && acceptedFor !== client.name) {
    throw new ConnectError('lockout-name-wrong', { given: acceptedFor, client: client.name });
  }
  // Whoever is gone already takes nothing away.
  const counts = user.administrator && !user.deactivated;
  const administrators = counts ? await all(portal.users.list(client.number, { administrator: true })) : [];
  const { verdict, remaining } = counts
    ? withoutUser(administrators, user, clock.now())
    : { verdict: 'safe' as const, remaining: [] };
  if (verdict === 'locked-out' && acceptedFor === undefined) {
    throw new ConnectError('lockout', {
      client: client.name,
      number: client.number,
      user: fullName(user),
      userName: user.userName,
    });
  }
  return { user, etag, verdict, remaining };
}

/**
 * Deactivates, and finds out by looking what an answer that was lost would have said.
 * @throws ConnectError `precondition-failed` if the user or the client's administrators changed since they were read
 */
export async function deactivate(portal: Ports, client: Client, { user, etag }: Departure): Promise<User> {
  try {
    return await portal.users.deactivate(client.number, user.id, etag);
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'outcome-unknown') throw error;
    const { value: now } = await portal.users.get(client.number, user.id).catch(() => ({ value: user }));
    if (!now.deactivated) throw error;
    return now;
  }
}

export function fullName({ firstName, lastName }: Pick<User, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`;
}

function namesOf(users: readonly User[]): string {
  return users.length === 0
    ? '-'
    : users
        .slice(0, 5)
        .map(({ userName }) => userName)
        .join(', ');
}
