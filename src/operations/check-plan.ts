import type { Client, User } from '../../contract/portal.gen.js';
import { accessChangeOf, differingFields, isCreated, madeOf, stateOf } from '../access/access-plan.js';
import type { PlanPart, PlanStep, StateField } from '../access/access-plan.js';
import { prove } from '../access/lockout.js';
import type { Proof } from '../access/lockout.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import type { Clock } from '../platform/ports.js';
import { demandedStrength } from './access.js';

type Ports = Pick<Portal, 'users' | 'describe'>;

/** A step that can't be made as it was planned: the user is not as he was then. */
export interface Stale {
  readonly step: PlanStep;
  readonly client: Client;
  /** As he is now; undefined if there is no such user any more, or, of a new one, if his name is taken. */
  readonly now: User | undefined;
  readonly fields: readonly StateField[];
}

/** What the portal says of the steps of one client before any of them is made. Nothing is changed by asking. */
export interface ClientCheck {
  readonly client: Client;
  readonly steps: readonly PlanStep[];
  /** Everybody at that client, as of now. */
  readonly users: readonly User[];
  readonly stale: readonly Stale[];
  /** Steps that have nothing left to do, and the users that they are about. */
  readonly already: readonly { readonly step: PlanStep; readonly user: User }[];
  /** Who can administrate once all of them are made; not proven where something is stale. */
  readonly proof: Proof<User> | undefined;
}

/**
 * Compares the steps of one client with what is there, and proves that somebody can administrate it afterwards.
 * @param clock the portal's
 * @param made ids of steps that an earlier run has made
 * @param begun ids of steps that an earlier run has sent without learning what became of them
 */
export async function checkClient(
  portal: Ports,
  clock: Pick<Clock, 'now'>,
  client: Client,
  part: Pick<PlanPart, 'steps'>,
  made: ReadonlySet<string> = new Set(),
  begun: ReadonlySet<string> = new Set(),
): Promise<ClientCheck> {
  const steps = part.steps.filter((step) => step.client === client.number && !made.has(step.id));
  const users = await all(portal.users.list(client.number));
  const looked = steps.map((step) => look(step, steps, client, users, begun));
  const stale = looked.filter((one) => one.kind === 'stale');
  const already = looked.filter((one) => one.kind === 'already');
  const found = { client, steps, users, stale, already };
  if (stale.length > 0) return { ...found, proof: undefined };
  const left = looked.flatMap((one) => (one.kind === 'open' ? [one.step] : []));
  const changes = left.map(accessChangeOf).filter((change) => change !== undefined);
  const [proof] = prove([{ client: client.number, users, changes }], clock.now(), await demandedStrength(portal));
  return { ...found, proof };
}

type Looked =
  | (Stale & { readonly kind: 'stale' })
  | { readonly kind: 'already'; readonly step: PlanStep; readonly user: User }
  | { readonly kind: 'open'; readonly step: PlanStep };

function look(
  step: PlanStep,
  steps: readonly PlanStep[],
  client: Client,
  users: readonly User[],
  begun: ReadonlySet<string>,
): Looked {
  if (step.action === 'create') {
    const names = [step.wanted.email, step.wanted.userName ?? step.wanted.email].map((name) => name.toLowerCase());
    const now = users.find(
      ({ email, userName }) => names.includes(email.toLowerCase()) || names.includes(userName.toLowerCase()),
    );
    if (now !== undefined && isCreated(step.wanted, now)) return { kind: 'already', step, user: now };
    // Who it is the portal tells, under the key that it was sent with.
    if (now === undefined || begun.has(step.id)) return { kind: 'open', step };
    return { kind: 'stale', step, client, now, fields: [] };
  }
  const now = users.find(({ id }) => id === step.user);
  if (now === undefined) return { kind: 'stale', step, client, now, fields: [] };
  const ofUser = steps.filter((other) => other.action !== 'create' && other.user === step.user) as (typeof step)[];
  const count = madeOf(ofUser, stateOf(now));
  if (count === undefined) {
    const fields = differingFields(ofUser[0]?.before ?? step.before, stateOf(now));
    return { kind: 'stale', step, client, now, fields };
  }
  return ofUser.indexOf(step) < count ? { kind: 'already', step, user: now } : { kind: 'open', step };
}
