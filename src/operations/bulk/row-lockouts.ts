import type { Client, Method, User } from '../../../contract/portal.gen.js';
import { accessChangeOf } from '../../access/access-plan.js';
import type { PlanStep } from '../../access/access-plan.js';
import { usualStrength } from '../../access/administrators.js';
import { prove } from '../../access/lockout.js';
import { fullName } from '../users.js';
import type { RowFault } from './faults.js';

/** A client that one person can administrate afterwards. */
export interface Fragile {
  readonly client: string;
  readonly user: string;
}

/**
 * Proves that a client keeps a working administrator when all of its rows are done. If it does not, the rows that take an
 * administrator away are bad.
 */
export function lockouts(
  client: Client,
  users: readonly User[],
  steps: readonly PlanStep[],
  now: Date,
  accepted: string | undefined,
  demanded: Method = usualStrength,
): { readonly faults: readonly RowFault[]; readonly fragile: Fragile | undefined } {
  const changes = steps.map(accessChangeOf).filter((change) => change !== undefined);
  const [proof] = prove([{ client: client.number, users, changes }], now, demanded);
  if (proof === undefined) return { faults: [], fragile: undefined };
  const [only] = proof.working;
  const isFragile = proof.verdict === 'fragile' && proof.losing.length > 0 && only !== undefined;
  if (!proof.refused || accepted === client.name)
    return { faults: [], fragile: isFragile ? { client: client.name, user: fullName(only) } : undefined };
  const losing = new Map(proof.losing.map((user) => [user.id, user]));
  const faults = steps.flatMap((step): readonly RowFault[] => {
    const user = step.action === 'create' ? undefined : losing.get(step.user);
    if (user === undefined) return [];
    const params = { client: client.name, number: client.number, user: fullName(user), userName: user.userName };
    return [{ line: Number(step.id.slice('line-'.length)), code: 'lockout', params }];
  });
  return { faults, fragile: undefined };
}

/** Whoever is to become administrator does so before another ceases to be one; otherwise as the file has it. */
export function inSafeOrder(steps: readonly PlanStep[]): readonly PlanStep[] {
  return [...steps.filter((step) => !takesAway(step)), ...steps.filter(takesAway)];
}

function takesAway(step: PlanStep): boolean {
  if (step.action === 'deactivate') return true;
  return step.action === 'edit' && (step.wanted.administrator === false || step.wanted.lockedUntil != null);
}
