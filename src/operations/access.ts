import type { Client, Method, User } from '../../contract/portal.gen.js';
import { usualStrength } from '../access/administrators.js';
import type { AccessChange } from '../access/changes.js';
import { prove } from '../access/lockout.js';
import type { Proof } from '../access/lockout.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import type { Clock } from '../platform/ports.js';
import { fullName } from './users.js';

type Ports = Pick<Portal, 'users' | 'describe'>;
type Now = Pick<Clock, 'now'>;

/** What a change of a user makes of a client, as far as administrators are concerned; nothing if it does not concern them. */
export type AccessProof = Proof<User> | undefined;

/** Tells what of a proof may help, before an error says no. */
export type BeforeRefusal = (proof: Proof<User>, client: Client) => Promise<void>;

/**
 * Proves that a client keeps a working administrator when a user is changed, or refuses. The order matters: the user's ETag
 * covers the set of administrators, and the user was read before the list, so that a change in between is noticed.
 * @param clock the portal's
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
  beforeRefusal?: BeforeRefusal,
): Promise<AccessProof> {
  const names = acceptedFor === undefined ? [] : [acceptedFor];
  refuseOtherNames(names, [client]);
  if (change === undefined || !(user.administrator || makesAdministrator(change))) return undefined;
  const proof = await proveNow(portal, clock, client, user, [change]);
  await refuseLockout(proof, client, user, names, beforeRefusal);
  return proof;
}

/**
 * Whether a name that was accepted is one of the clients concerned.
 * @throws ConnectError `lockout-name-wrong`
 */
export function refuseOtherNames(names: readonly string[], clients: readonly Client[]): void {
  const given = names.find((name) => !clients.some((client) => client.name === name));
  if (given === undefined) return;
  throw new ConnectError('lockout-name-wrong', { given, client: clients.map(({ name }) => name).join(', ') });
}

/**
 * @param accepted names of clients that may be locked out
 * @throws ConnectError `lockout`
 */
export async function refuseLockout(
  proof: Proof<User>,
  client: Client,
  user: Pick<User, 'firstName' | 'lastName' | 'userName'>,
  accepted: readonly string[],
  beforeRefusal: BeforeRefusal | undefined,
): Promise<void> {
  if (!proof.refused || accepted.includes(client.name)) return;
  await beforeRefusal?.(proof, client);
  throw new ConnectError('lockout', {
    client: client.name,
    number: client.number,
    user: fullName(user),
    userName: user.userName,
  });
}

/**
 * Who can administrate a client once these changes are made; without changes, who can today.
 * @param clock the portal's
 * @param user as it was read; the list may know better, but changes are about what was read
 */
export async function proveNow(
  portal: Ports,
  clock: Now,
  client: Client,
  user: User,
  changes: readonly AccessChange[],
): Promise<Proof<User>> {
  const demanded = await demandedStrength(portal);
  const administrators = await administratorsOf(portal, client);
  const users = [...administrators.filter(({ id }) => id !== user.id), user];
  return proofOf(client, users, changes, clock.now(), demanded);
}

/** All administrators of a client, in whatever state. */
export function administratorsOf(portal: Pick<Portal, 'users'>, { number }: Client): Promise<readonly User[]> {
  return all(portal.users.list(number, { administrator: true }));
}

export function proofOf(
  { number }: Client,
  users: readonly User[],
  changes: readonly AccessChange[],
  now: Date,
  demanded: Method,
): Proof<User> {
  const [proof] = prove([{ client: number, users, changes }], now, demanded);
  if (proof === undefined) throw new Error('no proof');
  return proof;
}

/** What a portal asks of those who manage users, asked for once a run. */
export async function demandedStrength(portal: Pick<Portal, 'describe'>): Promise<Method> {
  const asked = demands.get(portal) ?? portal.describe().then(({ strengths }) => strengths?.administration);
  demands.set(portal, asked);
  try {
    return (await asked) ?? usualStrength;
  } catch (error) {
    demands.delete(portal);
    throw error;
  }
}

const demands = new WeakMap<Pick<Portal, 'describe'>, Promise<Method | undefined>>();

const makesAdministrator = (change: AccessChange): boolean => change.kind === 'edit' && change.administrator === true;
