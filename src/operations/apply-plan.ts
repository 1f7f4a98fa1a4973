import type { Client, User } from '../../contract/portal.gen.js';
import type { AccessPlan, PlanPart, PlanStep } from '../access/access-plan.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import { ConnectError } from '../errors.js';
import type { Run } from '../journal/runs.js';
import type { Clock } from '../platform/ports.js';
import { aFewAtATime } from '../platform/at-a-time.js';
import { checkClient } from './check-plan.js';
import type { ClientCheck, Stale } from './check-plan.js';

/** What a run that makes a plan was told to do. */
export interface PlanOrder {
  readonly plan: AccessPlan;
}

/** A part of a plan, and the portal that it is made at. */
export interface OpenPart {
  readonly part: PlanPart;
  readonly portal: Pick<Portal, 'users' | 'clients' | 'describe'>;
  /** Who acts there, which need not be who made the plan. */
  readonly username: string;
  readonly clients: readonly Client[];
}

/** The same plan, in which no two steps of several parts have the same id. */
export function withUniqueIds(plan: AccessPlan): AccessPlan {
  const ids = plan.parts.flatMap(({ steps }) => steps.map(({ id }) => id));
  if (new Set(ids).size === ids.length) return plan;
  const parts = plan.parts.map((part, index) => ({
    ...part,
    steps: part.steps.map((step) => ({ ...step, id: `${index + 1}.${step.id}` })),
  }));
  return { ...plan, parts };
}

/**
 * The clients of a part, as the portal knows them.
 * @throws ConnectError `client-unknown`
 */
export async function openPart(part: PlanPart, portal: OpenPart['portal'], username: string): Promise<OpenPart> {
  const known = part.steps.length === 0 ? [] : await all(portal.clients.list());
  const numbers = new Set(part.steps.map(({ client }) => client));
  const clients = part.clients
    .filter(({ number }) => numbers.has(number))
    .map(({ number, name }) => {
      const client = known.find((one) => one.number === number);
      if (client === undefined) {
        const some = known.slice(0, 10).map((one) => `${one.number} ${one.name}`);
        throw new ConnectError('client-unknown', { client: `${number} ${name}`, known: some.join(', ') });
      }
      return client;
    });
  return { part, portal, username, clients };
}

/** What the portals say of a whole plan. Nothing is changed by asking. */
export interface PlanCheck {
  readonly stale: readonly Stale[];
  /** Users who are as a step would make them, by its id. */
  readonly settled: ReadonlyMap<string, User>;
  /** What is left to do. */
  readonly open: readonly PlanStep[];
  readonly checks: readonly ClientCheck[];
}

/** @param lines of an earlier attempt at the same run */
export async function checkPlan(
  parts: readonly OpenPart[],
  clock: Pick<Clock, 'now'>,
  lines: Run<unknown>['lines'],
  concurrency: number,
): Promise<PlanCheck> {
  const last = new Map(lines.map((line) => [line.step, line.kind] as const));
  const ids = (kind: string): ReadonlySet<string> =>
    new Set([...last].flatMap(([step, known]) => (known === kind ? [step] : [])));
  const [made, begun] = [ids('done'), ids('begun')];
  const asked = parts.flatMap(({ part, portal, clients }) => clients.map((client) => ({ part, portal, client })));
  const checks = await aFewAtATime(asked, concurrency, ({ part, portal, client }) =>
    checkClient(portal, clock, client, part, made, begun),
  );
  const settled = new Map(checks.flatMap(({ already }) => already.map(({ step, user }) => [step.id, user] as const)));
  const open = checks.flatMap(({ steps }) => steps.filter(({ id }) => !settled.has(id) || begun.has(id)));
  return { stale: checks.flatMap(({ stale }) => stale), settled, open, checks };
}
