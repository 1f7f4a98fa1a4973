import type { Client, User } from '../../contract/portal.gen.js';
import { accessChangeOf, afterStep, differingFields, stateOf } from '../access/access-plan.js';
import type { PlanStep } from '../access/access-plan.js';
import type { Portal } from '../api/portal.js';
import type { Tagged } from '../api/request.js';
import { ConnectError, exitCodes } from '../errors.js';
import type { ExitCode } from '../errors.js';
import type { Run } from '../journal/runs.js';
import type { Clock, Random } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { proveChange } from './access.js';
import { deactivate, editUser, reactivate } from './change-user.js';

/**
 * What became of a step: `done`, `failed` (surely not made), `unknown` (may have been made), `unprocessed` (nothing was sent,
 * or nothing that the portal has looked at).
 */
export type StepState = 'done' | 'failed' | 'unknown' | 'unprocessed';

export interface StepOutcome {
  readonly step: PlanStep;
  readonly state: StepState;
  /** Whether it was so already. */
  readonly already: boolean;
  /** The user afterwards, where it is known. */
  readonly user: string | undefined;
  readonly error: ConnectError | undefined;
}

/** What the steps of one login need. */
export interface PlanDriver {
  readonly portal: Pick<Portal, 'users' | 'describe'>;
  /** The portal's. */
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Pick<Random, 'uuid'>;
  readonly clients: readonly Client[];
  /** The acting user's own; empty if no step wants it. */
  readonly password: Secret;
  /** So many clients are worked on at the same time; the steps of one client follow each other. */
  readonly concurrency: number;
  /** The client's name, if the user accepts to lock it out. */
  readonly acceptLockout: string | undefined;
  readonly onOutcome?: (outcome: StepOutcome) => Promise<void> | void;
}

/** After these nothing else can succeed either. */
const ends: readonly ExitCode[] = [exitCodes.signedOut, exitCodes.unreachable, exitCodes.interrupted];

/**
 * Makes the steps that are not made yet, each looked at, proven and written down before it is sent. Never throws for a
 * step: it tells the outcome of each, in the steps' order. Where the login is over, the portal is gone or the user interrupts, the
 * others stay unprocessed, and the run can be driven again.
 */
export async function runPlan(
  run: Pick<Run<unknown>, 'lines' | 'note'>,
  steps: readonly PlanStep[],
  driver: PlanDriver,
): Promise<readonly StepOutcome[]> {
  const { default: pLimit } = await import('p-limit');
  const limit = pLimit(driver.concurrency);
  const outcomes = new Map<string, StepOutcome>();
  const known = new Map(steps.map((step) => [step.id, knownOf(step, run)] as const));
  let over: ConnectError | undefined;
  const ofClient = async (client: Client): Promise<void> => {
    for (const step of steps.filter((one) => one.client === client.number)) {
      const earlier = known.get(step.id);
      if (earlier?.kind === 'done') {
        outcomes.set(step.id, { step, state: 'done', already: false, user: earlier.user, error: undefined });
        continue;
      }
      const outcome: StepOutcome =
        over === undefined
          ? await oneStep(step, client, earlier?.kind === 'begun' ? earlier.key : undefined, run, driver)
          : { step, state: 'unprocessed', already: false, user: undefined, error: undefined };
      if (outcome.error !== undefined && ends.includes(outcome.error.exitCode)) over ??= outcome.error;
      outcomes.set(step.id, outcome);
      await driver.onOutcome?.(outcome);
    }
  };
  await Promise.all(driver.clients.map((client) => limit(() => ofClient(client))));
  return steps.map((step) => {
    const outcome = outcomes.get(step.id);
    if (outcome === undefined) throw new Error(`no such client in this run: ${step.client}`);
    return outcome;
  });
}

/** What an earlier run has written down last about a step. */
function knownOf(step: PlanStep, { lines }: Pick<Run<unknown>, 'lines'>) {
  return lines.findLast((line) => line.step === step.id);
}

async function oneStep(
  step: PlanStep,
  client: Client,
  earlierKey: string | undefined,
  run: Pick<Run<unknown>, 'note'>,
  driver: PlanDriver,
): Promise<StepOutcome> {
  const at = (): string => driver.clock.now().toISOString();
  let sent = earlierKey !== undefined;
  try {
    const { user, already } = await made(step, client, driver, sent, async () => {
      const key = earlierKey ?? driver.random.uuid();
      if (!sent) await run.note({ kind: 'begun', step: step.id, at: at(), key });
      sent = true;
      return key;
    });
    await run.note({ kind: 'done', step: step.id, at: at(), already, user: user.id, after: stateOf(user) });
    return { step, state: 'done', already, user: user.id, error: undefined };
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    const state = stateAfter(error, sent);
    if (state === 'failed') {
      const { code, params, requestId } = error;
      await run.note({ kind: 'failed', step: step.id, at: at(), code, params, requestId: requestId ?? null });
    }
    return { step, state, already: false, user: undefined, error };
  }
}

function stateAfter({ exitCode }: ConnectError, sent: boolean): StepState {
  if (exitCode === exitCodes.outcomeUnknown) return 'unknown';
  if (!ends.includes(exitCode)) return 'failed';
  return exitCode === exitCodes.interrupted && sent ? 'unknown' : 'unprocessed';
}

interface Made {
  readonly user: User;
  readonly already: boolean;
}

/** Others may change the set of administrators meanwhile, so that the ETag is none of now: then it is looked at again. */
const attempts = 5;

async function made(
  step: PlanStep,
  client: Client,
  { portal, clock, password, acceptLockout }: PlanDriver,
  begun: boolean,
  begin: () => Promise<string>,
): Promise<Made> {
  if (step.action === 'create') {
    const key = await begin();
    const user = { ...step.wanted, confirmPassword: password.reveal() };
    return { user: await portal.users.create(client.number, user, key), already: false };
  }
  const accepted = acceptLockout === client.name ? acceptLockout : undefined;
  for (let left = attempts; ; left -= 1) {
    const found = await portal.users.get(client.number, step.user);
    const now = stateOf(found.value);
    if (differingFields(now, afterStep(step)).length === 0) return { user: found.value, already: !begun };
    const fields = differingFields(now, step.before);
    if (fields.length > 0) {
      throw new ConnectError('plan-stale', { user: step.who, client: client.name, fields: fields.join(', ') });
    }
    await proveChange(portal, clock, client, found.value, accessChangeOf(step), accepted);
    await begin();
    try {
      return { user: await send(step, client, found, portal, password), already: false };
    } catch (error) {
      if (!(error instanceof ConnectError) || error.code !== 'precondition-failed' || left === 1) throw error;
    }
  }
}

function send(
  step: Exclude<PlanStep, { action: 'create' }>,
  client: Client,
  found: Tagged<User>,
  portal: Pick<Portal, 'users'>,
  password: Secret,
): Promise<User> {
  switch (step.action) {
    case 'edit':
      return editUser(portal, client, found, step.wanted, password, (conflicts) =>
        conflicts.map(({ field }) => field).join(', '),
      );
    case 'deactivate':
      return deactivate(portal, client, found);
    case 'reactivate':
      return reactivate(portal, client, found, password);
  }
}
