import type { Client, User } from '../../contract/portal.gen.js';
import { accessChangeOf, differingFields, stateOf } from '../access/access-plan.js';
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
  /** Who can administrate once all of them are made; not proven where something is stale. */
  readonly proof: Proof<User> | undefined;
}

/**
 * Compares the steps of one client with what is there, and proves that somebody can administrate it afterwards.
 * @param clock the portal's
 * @param made ids of steps that an earlier run has made
 */
export async function checkClient(
  portal: Ports,
  clock: Pick<Clock, 'now'>,
  client: Client,
  part: Pick<PlanPart, 'steps'>,
  made: ReadonlySet<string> = new Set(),
): Promise<ClientCheck> {
  const steps = part.steps.filter((step) => step.client === client.number && !made.has(step.id));
  const users = await all(portal.users.list(client.number));
  const stale = steps.flatMap((step) => staleness(step, client, users));
  if (stale.length > 0) return { client, steps, users, stale, proof: undefined };
  const changes = steps.map(accessChangeOf).filter((change) => change !== undefined);
  const [proof] = prove([{ client: client.number, users, changes }], clock.now(), await demandedStrength(portal));
  return { client, steps, users, stale, proof };
}

function staleness(step: PlanStep, client: Client, users: readonly User[]): readonly Stale[] {
  if (step.action === 'create') {
    const names = [step.wanted.email, step.wanted.userName ?? step.wanted.email].map((name) => name.toLowerCase());
    const now = users.find(
      ({ email, userName }) => names.includes(email.toLowerCase()) || names.includes(userName.toLowerCase()),
    );
    return now === undefined ? [] : [{ step, client, now, fields: [] }];
  }
  const now = users.find(({ id }) => id === step.user);
  if (now === undefined) return [{ step, client, now, fields: [] }];
  const fields = differingFields(step.before, stateOf(now));
  return fields.length === 0 ? [] : [{ step, client, now, fields }];
}
