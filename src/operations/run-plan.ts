import type { Client, User } from '../../contract/portal.gen.js';
import { accessChangeOf, differingFields, madeOf, stateOf, wantsPassword } from '../access/access-plan.js';
import type { PlanStep } from '../access/access-plan.js';
import { settles } from '../api/doubt.js';
import type { Portal } from '../api/portal.js';
import type { Tagged } from '../api/request.js';
import { ConnectError, errorExitCodes, exitCodes, worse } from '../errors.js';
import type { ErrorCode, ExitCode } from '../errors.js';
import type { Run, RunLine } from '../journal/runs.js';
import type { Clock, Random } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import { aFewAtATime } from '../platform/at-a-time.js';
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

/**
 * What a run ends with. Whatever is unknown or was broken off tells more than that some failed; where all failed, the worst of
 * them tells most.
 */
export function exitCodeOf(outcomes: readonly StepOutcome[]): ExitCode {
  if (outcomes.every(({ state }) => state === 'done')) return exitCodes.ok;
  const codes = outcomes.flatMap(({ error }) => (error === undefined ? [] : [error.exitCode]));
  const worst = codes.reduce(
    worse,
    outcomes.some(({ state }) => state === 'unknown') ? exitCodes.outcomeUnknown : exitCodes.ok,
  );
  const isOver = worst === exitCodes.outcomeUnknown || endings.includes(worst);
  return isOver || !outcomes.some(({ state }) => state === 'done') ? worst : exitCodes.someFailed;
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
  /** The names of clients that the user accepts to lock out. */
  readonly acceptLockout: string | readonly string[] | undefined;
  /** Users whom a check found to be as a step would make them, by the step's id: nothing is sent about those. */
  readonly settled?: ReadonlyMap<string, User>;
  readonly onOutcome?: (outcome: StepOutcome) => Promise<void> | void;
}

/** After these nothing else can succeed either. A wrong password must not be repeated until it locks the login. */
const endings: readonly ExitCode[] = [exitCodes.signedOut, exitCodes.unreachable, exitCodes.interrupted];
const ends = (code: ErrorCode): boolean => endings.includes(errorExitCodes[code]) || code === 'confirmation-failed';

/** Whether a step need not be looked at again: it was made, or it failed for a reason of its own. */
export function isSettled(line: RunLine): boolean {
  if (line.kind !== 'failed') return line.kind === 'done';
  return !(line.code in errorExitCodes && ends(line.code as ErrorCode));
}

/** So often in a row the portal may say that it comes back soon without a single step being made in between. */
const mostIdleRounds = 4;
const longestBreakSeconds = 60;

/** Whether a step was not made because of a portal that says that it is back in a minute. */
function isShortBreak({ state, error }: StepOutcome): boolean {
  if (error === undefined || (state !== 'unprocessed' && state !== 'unknown')) return false;
  return Number(error.params['retryAfterSeconds']) <= longestBreakSeconds;
}

/**
 * Makes the steps that are not made yet, each looked at, proven and written down before it is sent. Never throws for a
 * step: it tells the outcome of each, in the steps' order. Where the portal says that it is back in a minute, it is waited
 * for: no request leaves before. Where the login is over, the portal is gone, the password is wrong or the user interrupts,
 * the others stay unprocessed, and the run can be driven again.
 */
export async function runPlan(
  run: Pick<Run<unknown>, 'lines' | 'note'>,
  steps: readonly PlanStep[],
  driver: PlanDriver,
): Promise<readonly StepOutcome[]> {
  const outcomes = new Map<string, StepOutcome>();
  const gate = new PasswordGate();
  for (let idleRounds = 0; ;) {
    const made = await oneRound(run, steps, driver, outcomes, gate);
    idleRounds = made.some(({ state }) => state === 'done') ? 0 : idleRounds + 1;
    const over = made.filter(({ state, error }) => state === 'unprocessed' && error !== undefined);
    if (idleRounds >= mostIdleRounds || !made.some(isShortBreak) || !over.every(isShortBreak)) break;
    for (const outcome of made)
      if (outcome.state === 'unprocessed' || isShortBreak(outcome)) outcomes.delete(outcome.step.id);
  }
  return steps.map((step) => {
    const outcome = outcomes.get(step.id);
    if (outcome === undefined) throw new Error(`no such client in this run: ${step.client}`);
    return outcome;
  });
}

/** Makes the steps that have no outcome yet, and tells what became of those. */
async function oneRound(
  run: Pick<Run<unknown>, 'lines' | 'note'>,
  steps: readonly PlanStep[],
  driver: PlanDriver,
  outcomes: Map<string, StepOutcome>,
  gate: PasswordGate,
): Promise<readonly StepOutcome[]> {
  const made: StepOutcome[] = [];
  let over = false;
  const ofClient = async (client: Client): Promise<void> => {
    const own = steps.filter((step) => step.client === client.number);
    for (const step of own) {
      if (outcomes.has(step.id)) continue;
      const earlier = knownOf(step, run);
      const isDone = earlier?.kind === 'done';
      const act = async (): Promise<StepOutcome> => {
        if (isDone) return { step, state: 'done', already: false, user: earlier.user, error: undefined };
        if (over) return { step, state: 'unprocessed', already: false, user: undefined, error: undefined };
        const key = earlier?.kind === 'begun' ? earlier.key : undefined;
        const outcome = await oneStep(step, own, client, key, run, driver);
        if (outcome.error !== undefined && ends(outcome.error.code)) over = true;
        return outcome;
      };
      const outcome = await (!isDone && wantsPassword(step) ? gate.through(act) : act());
      outcomes.set(step.id, outcome);
      made.push(outcome);
      if (!isDone && outcome.state !== 'unprocessed') await driver.onOutcome?.(outcome);
    }
  };
  let fault: { readonly error: unknown } | undefined;
  await aFewAtATime(driver.clients, driver.concurrency, (client) =>
    ofClient(client).catch((error: unknown) => {
      // Nothing more is begun when something is wrong here; what is under way is brought to its end.
      over = true;
      fault ??= { error };
    }),
  );
  if (fault !== undefined) throw fault.error;
  return made;
}

/** Lets steps with a password through one by one until the portal has accepted it once: four wrong ones are nearly a lock. */
class PasswordGate {
  #accepted = false;
  #last: Promise<unknown> = Promise.resolve();

  async through(act: () => Promise<StepOutcome>): Promise<StepOutcome> {
    if (this.#accepted) return act();
    const mine = this.#last.then(async () => {
      const outcome = await act();
      if (outcome.state === 'done' && !outcome.already) this.#accepted = true;
      return outcome;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

/** What an earlier run has written down last about a step. */
function knownOf(step: PlanStep, { lines }: Pick<Run<unknown>, 'lines'>) {
  return lines.findLast((line) => line.step === step.id);
}

async function oneStep(
  step: PlanStep,
  ofClient: readonly PlanStep[],
  client: Client,
  earlierKey: string | undefined,
  run: Pick<Run<unknown>, 'note'>,
  driver: PlanDriver,
): Promise<StepOutcome> {
  const at = (): string => driver.clock.now().toISOString();
  const settled = earlierKey === undefined ? driver.settled?.get(step.id) : undefined;
  let sent = earlierKey !== undefined;
  const begin = async (): Promise<string> => {
    const key = earlierKey ?? driver.random.uuid();
    if (!sent) await run.note({ kind: 'begun', step: step.id, at: at(), key });
    sent = true;
    return key;
  };
  try {
    const { user, already } =
      settled === undefined
        ? await made(step, ofClient, client, driver, sent, begin)
        : { user: settled, already: true };
    await run.note({ kind: 'done', step: step.id, at: at(), already, user: user.id, after: stateOf(user) });
    return { step, state: 'done', already, user: user.id, error: undefined };
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    const state = stateAfter(error, earlierKey !== undefined, sent);
    if (state === 'failed' || (state === 'unprocessed' && sent)) {
      const { code, params, requestId } = error;
      await run.note({ kind: 'failed', step: step.id, at: at(), code, params, requestId: requestId ?? null });
    }
    return { step, state, already: false, user: undefined, error };
  }
}

/**
 * @param begunEarlier an earlier run has sent it: what that led to is known only if the portal has looked
 * @param sent now or then
 */
function stateAfter(error: ConnectError, begunEarlier: boolean, sent: boolean): StepState {
  const { exitCode, code } = error;
  if (exitCode === exitCodes.outcomeUnknown || (sent && code === 'request-in-progress')) return 'unknown';
  if (begunEarlier && (endings.includes(exitCode) || !settles(error))) return 'unknown';
  if (!ends(code)) return 'failed';
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
  ofClient: readonly PlanStep[],
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
  const ofUser = ofClient.filter((other) => other.action !== 'create' && other.user === step.user) as (typeof step)[];
  const accepted = [acceptLockout].flat().includes(client.name) ? client.name : undefined;
  for (let left = attempts; ; left -= 1) {
    const found = await portal.users.get(client.number, step.user);
    const now = stateOf(found.value);
    const place = ofUser.indexOf(step);
    const count = madeOf(ofUser, now);
    if (count !== undefined && count > place) return { user: found.value, already: !begun };
    if (count !== place) {
      const fields = differingFields(now, step.before).join(', ');
      throw new ConnectError('plan-stale', { user: step.who, client: client.name, fields });
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
