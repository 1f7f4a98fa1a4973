import type { Client, Method, User } from '../../contract/portal.gen.js';
import type { PlanPart, PlanStep } from '../access/access-plan.js';
import { hrFindings, hrFindingSeverities } from '../access/hr-findings.js';
import type { HrChecks, HrFinding } from '../access/hr-findings.js';
import type { Match } from '../access/hr-match.js';
import { feasibleSteps } from '../access/hr-plan.js';
import type { Departures, FeasibleSteps, Wish } from '../access/hr-plan.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import type { ConnectError } from '../errors.js';
import { demandedStrength } from './access.js';
import { eachOfSeveral } from './each-of-several.js';
import { findingOf } from './login-finding.js';
import type { LoginFinding } from './login-finding.js';
import { isSelf } from './users.js';

/** Whose logins are compared. */
export interface ReconciledLogin {
  readonly portal: Pick<Portal, 'users' | 'describe'>;
  readonly address: string;
  /** User name that acts. */
  readonly username: string;
  readonly clients: readonly Client[];
}

export interface HrReconciliation {
  readonly findings: readonly LoginFinding[];
  readonly part: PlanPart;
  /** How many logins each client would lose, whether the plan can do that or not. */
  readonly departures: readonly (Departures & { readonly client: Client })[];
  readonly failures: readonly { readonly client: Client; readonly error: ConnectError }[];
  /** Logins that were looked at. */
  readonly logins: number;
}

/** Holds the logins of clients against an employer's list, and thinks out what would mend what does not fit. */
export async function reconcileHr(
  login: ReconciledLogin,
  checks: HrChecks,
  concurrency: number,
): Promise<HrReconciliation> {
  const outcomes = await eachOfSeveral(login.clients, concurrency, async (client) => {
    const users = await all(login.portal.users.list(client.number));
    const demanded = await demandedStrength(login.portal);
    return { users, ...ofClient(client, users, login, checks, demanded) };
  });
  const read = outcomes.flatMap((one) => ('result' in one ? [{ client: one.item, ...one.result }] : []));
  const failures = outcomes.flatMap((one) => ('error' in one ? [{ client: one.item, error: one.error }] : []));
  const steps = read.flatMap((one) => one.steps);
  const touched = login.clients.filter(({ number }) => steps.some(({ client }) => client === number));
  return {
    findings: read.flatMap(({ findings }) => findings),
    part: {
      portal: login.address,
      actor: login.username,
      clients: touched.map(({ number, name }) => ({ number, name })),
      steps,
    },
    departures: read.map(({ client, departures }) => ({ client, ...departures })),
    failures,
    logins: read.reduce((sum, { users }) => sum + users.filter(({ deactivated }) => !deactivated).length, 0),
  };
}

interface OfClient {
  readonly findings: readonly LoginFinding[];
  readonly steps: readonly PlanStep[];
  readonly departures: Departures;
}

function ofClient(
  client: Client,
  users: readonly User[],
  login: ReconciledLogin,
  checks: HrChecks,
  demanded: Method,
): OfClient {
  const found = hrFindings(client, users, checks);
  const wishes = found.flatMap(({ user, remedy }): Wish[] => (remedy === undefined ? [] : [{ user, remedy }]));
  const feasible = feasibleSteps(client, users, wishes, (user) => isSelf(user, login.username), checks.now, demanded);
  const leaving = new Set(wishes.flatMap(({ user, remedy }) => (remedy.action === 'deactivate' ? [user.id] : [])));
  // Fiduciaries are not expected on the list, so that they say nothing about how whole it is.
  const counts = users.filter(
    ({ id, deactivated, kind }) => !deactivated && (kind === 'employee' || checks.fiduciaries || leaving.has(id)),
  );
  return {
    findings: found.map((finding) => told(finding, client, login.address, feasible)),
    steps: feasible.steps,
    departures: { leaving: leaving.size, open: counts.length },
  };
}

function told(finding: HrFinding, client: Client, portal: string, { steps, obstacles }: FeasibleSteps): LoginFinding {
  const { code, user, match, remedy } = finding;
  const step = steps.find((one) => one.action !== 'create' && one.user === user.id);
  const isIn = remedy !== undefined && step !== undefined;
  return {
    ...findingOf(client, user, { portal, profile: null, severity: hrFindingSeverities[code], code }),
    ...(match && ofMatch(match)),
    days: finding.days ?? null,
    excess: finding.excess?.themes ?? null,
    other: finding.other?.userName ?? null,
    action: isIn && step.action !== 'create' && step.action !== 'reactivate' ? step.action : null,
    obstacle: remedy === undefined ? null : (obstacles.get(user.id) ?? null),
  };
}

function ofMatch({
  by,
  certain,
  person,
}: Match): Pick<LoginFinding, 'line' | 'match' | 'certain' | 'exitOn' | 'listed'> {
  const { line, name, email = null, role = null, exitOn = null } = person;
  return { line, match: by, certain, exitOn, listed: { name, email, role } };
}
