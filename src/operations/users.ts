import type { Client, User } from '../../contract/portal.gen.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import type { Tagged } from '../api/request.js';
import { ConnectError } from '../errors.js';

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

/** Whether a user is the one who is signed in; people log in with either name. */
export function isSelf({ userName, email }: Pick<User, 'userName' | 'email'>, self: string): boolean {
  return [userName, email].some((name) => name.toLowerCase() === self.toLowerCase());
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
