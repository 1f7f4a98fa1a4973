import { wantsPassword } from '../../access/access-plan.js';
import type { AccessPlan, PlanStep } from '../../access/access-plan.js';
import { portalAddress } from '../../config/portal-address.js';
import { ConnectError } from '../../errors.js';
import type { OpenPart, PlanCheck } from '../../operations/apply-plan.js';
import type { StepOutcome } from '../../operations/run-plan.js';
import type { PlanRun } from '../../operations/plan-runs.js';
import type { Change } from '../../runner/change.js';
import type { Login, LoginContext } from '../../runner/context.js';
import { Secret } from '../../secret.js';
import { passwordSources } from './password-sources.js';
import { refuseLockouts } from './refuse-lockouts.js';
import { stepRow } from './step-columns.js';
import type { StepRow } from './step-columns.js';
import { tellProof } from './tell-proof.js';
import { tellStep } from './tell-plan.js';
import { portalClock } from '../../operations/portal-clock.js';

interface Input {
  readonly passwordStdin: boolean | undefined;
  readonly passwordFile: string | undefined;
  readonly acceptLockout: readonly string[] | undefined;
}

/** A plan that is to be made, for the first time or as a run that was broken off. */
export interface Undertaking {
  readonly plan: AccessPlan;
  readonly resumed?: Omit<PlanRun, 'note'>;
}

/** So many steps are told one by one; the plan names all. */
export const most = 20;

/**
 * Checks a plan against the portal, tells what it does, and prepares to make it: exactly it, or nothing.
 * @throws ConnectError `plan-stale`, `lockout`, `plan-of-other-portal`, `client-unknown`
 */
export async function carryPlan(
  { plan, resumed }: Undertaking,
  input: Input,
  context: LoginContext,
): Promise<Change<readonly StepRow[]>> {
  const { world, wire, concurrency, notify, directories } = context;
  const clock = portalClock(world.clock, wire.clockCheck);
  const { checkPlan, withUniqueIds } = await import('../../operations/apply-plan.js');
  const unique = withUniqueIds(plan);
  const opened = await openParts(unique, context);
  const parts = opened.map(({ part }) => part);
  const check = await checkPlan(parts, clock, resumed?.lines ?? [], concurrency);
  // Of a run that was broken off each step is looked at by itself: what the run has done is no reason to do nothing.
  if (resumed === undefined) await refuseStale(check, context);
  await refuseLockouts(check.checks, input.acceptLockout ?? [], notify);
  await tellAll(check, context);
  const steps = unique.parts.flatMap((part) => part.steps);
  const count = check.open.length;
  return {
    summary: count === 0 ? 'apply.nothing' : resumed === undefined ? 'apply.will' : 'apply.resumes',
    params: { count, of: steps.length, clients: check.checks.filter(({ steps: own }) => own.length > 0).length },
    touches: opened.flatMap(({ login, part: { clients } }) => (login === context.login ? clients : [])),
    touchesElsewhere: opened.flatMap(({ login, part: { clients } }) =>
      login === context.login ? [] : [{ login, clients }],
    ),
    request: { method: 'PATCH', path: '/clients/{client}/users/{user}', body: { steps: check.open } },
    consent: consentFor(check, parts, input),
    carryOut: async (_key, password) => {
      if (count === 0 && resumed === undefined) return steps.map((step) => stepRow(null, asItIs(step, check), context));
      const { beginRun, planRuns } = await import('../../operations/plan-runs.js');
      const id = resumed?.id ?? (await beginRun(directories.state, { plan: unique }, world));
      await notify('apply.run', { run: id });
      const outcomes = await planRuns(directories.state).drive(id, (run) =>
        driveParts(run, parts, check, password, input, context),
      );
      await tellEnd(id, outcomes, context);
      return outcomes.map((outcome) => stepRow(id, outcome, context));
    },
  };
}

/** The portal of each part. A plan for one login is made by whoever is signed in there: who made it may be somebody else. */
async function openParts(
  plan: AccessPlan,
  context: LoginContext,
): Promise<readonly { readonly login: Login; readonly part: OpenPart }[]> {
  const { openPart } = await import('../../operations/apply-plan.js');
  const { login, portal, openLoginOf } = context;
  const [only, ...others] = plan.parts;
  if (only !== undefined && others.length === 0) {
    if (only.portal !== login.address.href)
      throw new ConnectError('plan-of-other-portal', { portal: only.portal, own: login.address.href });
    return [{ login, part: await openPart(only, portal, login.username) }];
  }
  const opened: { readonly login: Login; readonly part: OpenPart }[] = [];
  for (const part of plan.parts) {
    const isOwn = part.portal === login.address.href && part.actor === login.username;
    const its = isOwn ? login : openLoginOf(portalAddress(part.portal), part.actor);
    opened.push({ login: its, part: await openPart(part, its.portal, part.actor) });
  }
  return opened;
}

/** @throws ConnectError `plan-stale`, once all differences are told */
async function refuseStale({ stale }: PlanCheck, { notify }: LoginContext): Promise<void> {
  const told = stale.map(({ step, client, now, fields }) => ({
    user: step.who,
    client: client.name,
    fields: fields.length > 0 ? fields.join(', ') : step.action === 'create' ? `= ${now?.userName ?? ''}` : '–',
  }));
  const [first] = told;
  if (first === undefined) return;
  for (const one of told) await notify('apply.stale', one);
  const { user, client, fields } = first;
  throw new ConnectError('plan-stale', { user, client, fields });
}

async function tellAll({ open, checks }: PlanCheck, { notify, tell }: LoginContext): Promise<void> {
  for (const step of open.slice(0, most))
    await notify('plan.line', { client: step.client, change: tellStep(step, tell) });
  if (open.length > most) await notify('apply.more', { count: open.length - most });
  for (const { client, proof, steps } of checks) if (steps.length > 0) await tellProof(proof, client, notify);
}

function consentFor(check: PlanCheck, parts: readonly OpenPart[], input: Input): Change<unknown>['consent'] {
  const count = check.open.length;
  if (count === 0) return { kind: 'none' };
  const first = { question: 'apply.ask', params: { count } } as const;
  const wanting = parts.find(({ part }) => part.steps.some((step) => check.open.includes(step) && wantsPassword(step)));
  if (wanting === undefined)
    return { kind: 'typed', question: 'apply.askTyped', word: String(count), params: { count } };
  return {
    kind: 'password',
    question: 'users.new.askPassword',
    sources: passwordSources(input, wanting.username),
    first,
  };
}

/** Part after part; each login confirms with its own password. */
async function driveParts(
  run: PlanRun,
  parts: readonly OpenPart[],
  check: PlanCheck,
  password: Secret,
  { acceptLockout, ...given }: Input,
  { world, wire, ask, counting, concurrency }: LoginContext,
): Promise<readonly StepOutcome[]> {
  const { runPlan } = await import('../../operations/run-plan.js');
  return counting('apply.counting', check.open.length, async (tick) => {
    const outcomes: StepOutcome[] = [];
    const known = new Map<string, Secret>();
    for (const { part, portal, username, clients } of parts) {
      const wants = part.steps.some((step) => check.open.includes(step) && wantsPassword(step));
      const login = `${part.portal} ${username}`;
      if (wants && !known.has(login)) {
        const own = known.size === 0 ? password : await ask.secret('users.new.askPassword', sourcesOf(given, username));
        known.set(login, own);
      }
      const made = await runPlan(run, part.steps, {
        ...{
          portal,
          clock: portalClock(world.clock, wire.clockCheck),
          random: world.random,
          clients,
          concurrency,
          acceptLockout,
        },
        password: known.get(login) ?? new Secret(''),
        settled: check.settled,
        onOutcome: tick,
      });
      outcomes.push(...made);
    }
    return outcomes;
  });
}

/** What is in the environment is the password of the first login. */
function sourcesOf(given: Omit<Input, 'acceptLockout'>, username: string) {
  const { variable: _variable, ...sources } = passwordSources(given, username);
  return sources;
}

/** What to do next, and the exit code. */
async function tellEnd(run: string, outcomes: readonly StepOutcome[], { notify, raise }: LoginContext): Promise<void> {
  const { exitCodeOf } = await import('../../operations/run-plan.js');
  const count = (state: StepOutcome['state']): number => outcomes.filter((one) => one.state === state).length;
  const left = outcomes.length - count('done');
  if (left === 0) return notify('apply.done', { run, count: outcomes.length });
  raise(exitCodeOf(outcomes));
  const states = {
    done: count('done'),
    failed: count('failed'),
    unknown: count('unknown'),
    unprocessed: count('unprocessed'),
  };
  await notify('apply.left', { run, ...states });
}

const asItIs = (step: PlanStep, { settled }: PlanCheck): StepOutcome => ({
  ...{ step, state: 'done', already: true, user: settled.get(step.id)?.id, error: undefined },
});
