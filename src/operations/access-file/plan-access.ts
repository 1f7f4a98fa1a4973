import type { Client, User } from '../../../contract/portal.gen.js';
import { accessChangeOf } from '../../access/access-plan.js';
import type { PlanStep } from '../../access/access-plan.js';
import { difference } from '../../access/desired.js';
import { prove } from '../../access/lockout.js';
import type { Proof } from '../../access/lockout.js';
import { all } from '../../api/paging.js';
import type { Portal } from '../../api/portal.js';
import { ConnectError } from '../../errors.js';
import type { Clock } from '../../platform/ports.js';
import { aFewAtATime } from '../../platform/at-a-time.js';
import type { Problems } from './problems.js';
import type { AccessFile, ClientWish, PlacedWish } from './read-access-file.js';
import { demandedStrength } from '../access.js';

/** What a file of desired logins means for one client. */
export interface ClientPlan {
  readonly client: Client;
  readonly steps: readonly PlanStep[];
  /** Who is not named, and stays. */
  readonly kept: readonly User[];
  readonly proof: Proof<User>;
}

export type PlannedClient = ClientPlan | { readonly client: Client; readonly error: ConnectError };

interface Wished {
  readonly client: Client;
  readonly others: 'keep' | 'deactivate';
  readonly users: readonly PlacedWish[];
}

/** The clients that the file means, each with all that is wished of it. What does not go together is a problem. */
export function wishedClients(file: AccessFile, clients: readonly Client[], problems: Problems): readonly Wished[] {
  const wishes = new Map<Client, ClientWish[]>();
  for (const wish of file.clients) {
    const client = clients.find(
      ({ number, name }) => number === wish.client || name.toLowerCase() === wish.client.toLowerCase(),
    );
    if (client === undefined) problems.add('client-unknown', wish.place, { name: wish.client }, wish.at);
    else wishes.set(client, [...(wishes.get(client) ?? []), wish]);
  }
  return [...wishes].map(([client, ofClient]) => {
    const [own, another] = ofClient.filter((wish) => wish.own);
    if (another !== undefined) {
      problems.add('client-named-twice', another.place, { name: another.client, client: client.name }, another.at);
    }
    const groups = ofClient.filter((wish) => !wish.own);
    return {
      client,
      others: own?.others ?? groups.find(({ others }) => others === 'deactivate')?.others ?? 'keep',
      users: [...ofGroups(groups, own, problems), ...(own?.users ?? [])],
    };
  });
}

/** Whom the client itself does not name. Two groups that name the same one must want the same. */
function ofGroups(
  groups: readonly ClientWish[],
  own: ClientWish | undefined,
  problems: Problems,
): readonly PlacedWish[] {
  const nameOf = ({ wish }: PlacedWish): string => wish.name.toLowerCase();
  const named = new Set(own?.users.map(nameOf));
  const found = new Map<string, PlacedWish>();
  for (const one of groups.flatMap(({ users }) => users)) {
    if (named.has(nameOf(one))) continue;
    const earlier = found.get(nameOf(one));
    if (earlier === undefined) found.set(nameOf(one), one);
    else if (JSON.stringify({ ...earlier.wish, name: '' }) !== JSON.stringify({ ...one.wish, name: '' })) {
      const { line } = earlier.place.tree.at;
      problems.add('groups-differ', one.place, { user: one.wish.name, line });
    }
  }
  return [...found.values()];
}

export interface PlanPorts {
  readonly portal: Pick<Portal, 'users' | 'describe'>;
  /** The portal's. */
  readonly clock: Pick<Clock, 'now'>;
  readonly isSelf: (user: User) => boolean;
  readonly concurrency: number;
}

/** Compares what is wished with what is, client by client. A client that can't be looked at has its error. */
export async function planClients(
  wished: readonly Wished[],
  ports: PlanPorts,
  problems: Problems,
): Promise<readonly PlannedClient[]> {
  const found = await aFewAtATime(wished, ports.concurrency, (one) => planClient(one, ports, problems));
  let count = 0;
  const numbered = (step: PlanStep): PlanStep => {
    count += 1;
    return { ...step, id: String(count) };
  };
  return found.map((one) => ('error' in one ? one : { ...one, steps: one.steps.map(numbered) }));
}

async function planClient(
  { client, others, users: placed }: Wished,
  { portal, clock, isSelf }: PlanPorts,
  problems: Problems,
): Promise<PlannedClient> {
  if (!client.administrator) return { client, error: new ConnectError('not-permitted') };
  try {
    const users = await all(portal.users.list(client.number));
    const wishes = placed.map(({ wish }) => wish);
    const { steps, kept, hindrances } = difference(client, users, wishes, others, isSelf);
    for (const { wish, kind, names } of hindrances) {
      const place = placed.find((one) => one.wish === wish)?.place;
      if (place !== undefined)
        problems.add(kind, place, { user: wish.name, client: client.name, names: names.join(', ') });
    }
    const named = steps.map((step, index): PlanStep => ({ ...step, id: `new ${index}` }));
    const changes = named.map(accessChangeOf).filter((change) => change !== undefined);
    const [proof] = prove([{ client: client.number, users, changes }], clock.now(), await demandedStrength(portal));
    if (proof === undefined) throw new Error('no proof');
    return { client, steps, kept, proof };
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'not-permitted') throw error;
    return { client, error };
  }
}
