import type { Client, User, UserChange } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import type { Tagged } from '../api/request.js';
import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';
import { fullName } from './users.js';

type Ports = Pick<Portal, 'users'>;

/** What can be changed about a user, in the order of the portal's user detail. */
export const userFieldNames = [
  'firstName',
  'lastName',
  'email',
  'userName',
  'language',
  'mobileNumber',
  'lockedUntil',
  'administrator',
  'permissions',
] as const satisfies readonly (keyof User)[];

export type UserField = (typeof userFieldNames)[number];

/** What a user is to be; absent is what stays. */
export type WantedUser = { readonly [F in UserField]?: User[F] };

/** The part of what is wanted that is not so already. */
export function differing(user: User, wanted: WantedUser): WantedUser {
  const names = userFieldNames.filter(
    (name) => wanted[name] !== undefined && !isSame(name, user, { ...user, ...wanted }),
  );
  return Object.fromEntries(names.map((name) => [name, wanted[name]]));
}

/** Whether the portal wants the acting user's own password for it. */
export function needsPassword(change: WantedUser): boolean {
  return change.administrator !== undefined || change.permissions !== undefined || change.lockedUntil !== undefined;
}

/** One field in three versions: as it was read, as this change wanted it, as somebody else has made it meanwhile. */
export interface Conflict {
  readonly field: UserField;
  readonly before: User;
  readonly yours: User;
  readonly theirs: User;
}

/**
 * Changes a user, and finds out by looking what an answer that was lost would have said.
 * @param tell puts a conflict into words for the error
 * @throws ConnectError `user-changed` if somebody else changed the user since it was read, `precondition-failed` if the
 * client's administrators changed
 */
export async function editUser(
  portal: Ports,
  client: Client,
  { value: user, etag }: Tagged<User>,
  wanted: WantedUser,
  password: Secret,
  tell: (conflicts: readonly Conflict[]) => string,
): Promise<User> {
  const confirmed = needsPassword(wanted) && { confirmPassword: password.reveal() };
  // A mobile number can't be taken away, so whoever wants one wants a number.
  const change = { ...wanted, ...confirmed } as UserChange;
  const isMade = (now: User): boolean => Object.keys(differing(now, wanted)).length === 0;
  try {
    return await lookIfLost(portal, client, user, isMade, () =>
      portal.users.update(client.number, user.id, change, etag),
    );
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'precondition-failed') throw error;
    const theirs = (await portal.users.get(client.number, user.id).catch(() => ({ value: user }))).value;
    // Whoever wanted the same has made it.
    if (isMade(theirs)) return theirs;
    const yours = { ...user, ...wanted };
    const conflicts = userFieldNames
      .filter((field) => !isSame(field, user, yours) || !isSame(field, user, theirs))
      .map((field) => ({ field, before: user, yours, theirs }));
    if (conflicts.every(({ field }) => isSame(field, user, theirs))) throw error;
    throw new ConnectError(
      'user-changed',
      { user: fullName(user), changes: tell(conflicts) },
      { cause: error, requestId: error.requestId },
    );
  }
}

/**
 * Deactivates, and finds out by looking what an answer that was lost would have said.
 * @throws ConnectError `precondition-failed` if the user or the client's administrators changed since they were read
 */
export async function deactivate(portal: Ports, client: Client, { value, etag }: Tagged<User>): Promise<User> {
  const isMade = ({ deactivated }: User): boolean => deactivated;
  return lookIfLost(portal, client, value, isMade, () => portal.users.deactivate(client.number, value.id, etag));
}

/** The same the other way round; the portal wants the acting user's own password. */
export async function reactivate(
  portal: Ports,
  client: Client,
  { value, etag }: Tagged<User>,
  password: Secret,
): Promise<User> {
  const isMade = ({ deactivated }: User): boolean => !deactivated;
  return lookIfLost(portal, client, value, isMade, () =>
    portal.users.reactivate(client.number, value.id, password.reveal(), etag),
  );
}

async function lookIfLost(
  portal: Ports,
  client: Client,
  user: User,
  isMade: (now: User) => boolean,
  send: () => Promise<User>,
): Promise<User> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'outcome-unknown') throw error;
    const { value: now } = await portal.users.get(client.number, user.id).catch(() => ({ value: user }));
    if (!isMade(now)) throw error;
    return now;
  }
}

function isSame(field: UserField, one: WantedUser, other: WantedUser): boolean {
  if (field === 'permissions') return [...(one[field] ?? [])].sort().join() === [...(other[field] ?? [])].sort().join();
  if (field === 'lockedUntil') return timeOf(one[field]) === timeOf(other[field]);
  return one[field] === other[field];
}

const timeOf = (iso: string | null | undefined): number => (typeof iso === 'string' ? Date.parse(iso) : 0);
