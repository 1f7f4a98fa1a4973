import path from 'node:path';
import { themeValues } from '../../../contract/portal.gen.js';
import type { Client } from '../../../contract/portal.gen.js';
import { matcher } from '../../access/hr-match.js';
import { isMassDeparture } from '../../access/hr-plan.js';
import { ConnectError, exitCodes } from '../../errors.js';
import type { LoginFinding } from '../../operations/login-finding.js';
import { portalClock } from '../../operations/portal-clock.js';
import { readHrList } from '../../operations/read-hr-list.js';
import type { HrList } from '../../operations/read-hr-list.js';
import type { Roles } from '../../operations/read-roles.js';
import { reconcileHr } from '../../operations/reconcile-hr.js';
import type { HrReconciliation } from '../../operations/reconcile-hr.js';
import { swissDayAtPortal } from '../../operations/swiss-day.js';
import type { Context, Login } from '../../runner/context.js';
import { resolveClients } from '../../runner/target.js';
import { mayWrite, planned } from './reconcile-plan.js';

export interface HrInput {
  readonly hr: string;
  readonly roles: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean | undefined;
  readonly dormant: string | undefined;
  readonly neverUsed: string | undefined;
  readonly deactivate: readonly ('unknown-login' | 'never-used' | 'dormant')[] | undefined;
  readonly fiduciaries: boolean | undefined;
  readonly allowMass: string | undefined;
}

/** What was found, and what is to be said after it. */
export interface Reconciled {
  readonly findings: readonly LoginFinding[];
  readonly ending: () => Promise<void>;
}

/** @throws ConnectError those of the list and the file of functions, and whatever keeps every client from being read */
export async function compareWithHr(input: HrInput, context: Context): Promise<Reconciled> {
  await mayWrite(input, context);
  const people = await listOf(input.hr, context);
  const roles = input.roles === undefined ? undefined : await rolesOf(input.roles, context);
  const login = context.openLogin();
  const clients = await clientsOf(login, context);
  const { world, wire, raise, fail, concurrency } = context;
  const today = swissDayAtPortal(world.clock, wire.clockCheck);
  const found = await reconcileHr(
    { portal: login.portal, address: login.address.href, username: login.username, clients },
    {
      ...{
        today,
        now: portalClock(world.clock, wire.clockCheck).now(),
        match: matcher(people.people, today),
        roleOf: roles?.of,
      },
      dormantDays: parseInt(input.dormant ?? '180', 10),
      neverUsedDays: parseInt(input.neverUsed ?? '30', 10),
      fiduciaries: input.fiduciaries === true,
      deactivate: new Set(input.deactivate),
    },
    concurrency,
  );
  const [first] = found.failures;
  if (first !== undefined && found.failures.length === clients.length) throw first.error;
  for (const { client, error } of found.failures) await fail(labelOf(client), error);
  if (first !== undefined) raise(exitCodes.someFailed);
  const mass = await nameMass(found, input.allowMass, context);
  const source = {
    kind: 'hr-list',
    file: input.hr === '-' ? '-' : path.basename(input.hr),
    sha256: people.sha256,
  } as const;
  const told = mass ? undefined : await planned(input, source, [found.part], context);
  if (found.findings.some(({ severity }) => severity !== 'info')) raise(exitCodes.finding);
  // Where nothing was looked at, nothing was found to be in order.
  if (found.logins === 0) raise(exitCodes.notFound);
  return {
    findings: found.findings,
    ending: async () => {
      await tellLimits(people, roles, input, context);
      if (found.findings.length === 0 && found.logins > 0)
        await context.notify('users.reconcile.fits', { count: found.logins });
      if (found.logins === 0) await context.notify('users.reconcile.noLogins');
      await told?.();
    },
  };
}

const labelOf = ({ number, name }: Client): string => `${number} ${name}`;

/** All of the login, unless this very run names some. @throws ConnectError `no-clients` */
async function clientsOf({ portal }: Login, { settings }: Context): Promise<readonly Client[]> {
  const named = settings.clients;
  const everyClient = named.origin !== 'option' && named.origin !== 'environment';
  const clients = await resolveClients(portal, named, { writes: false, everyClient });
  if (clients.length === 0) throw new ConnectError('no-clients');
  return clients;
}

async function rolesOf(file: string, { contentOf }: Context): Promise<Roles> {
  const { readRoles } = await import('../../operations/read-roles.js');
  return readRoles((await contentOf(file))(), file, themeValues);
}

/** So many bad rows are named; the rest is counted. */
const mostRows = 100;

/** The list, if every row of it can be used. */
async function listOf(file: string, { contentOf, world, translate }: Context): Promise<HrList> {
  const people = await readHrList((await contentOf(file))(), file);
  const { problems } = people;
  if (problems.length === 0) return people;
  const lines = problems
    .slice(0, mostRows)
    .map(({ line, fault, value }) =>
      translate('users.reconcile.row', { file, line, fault: translate(`hrRow.${fault}`, { value }) }),
    );
  const more = problems.length - lines.length;
  if (more > 0) lines.push(translate('users.reconcile.moreRows', { count: more }));
  await world.stderr.write(lines.map((line) => `${line}\n`).join(''));
  throw new ConnectError('hr-list-invalid', { file, count: problems.length });
}

/** Whether so many would have to go that the list is to be doubted: at one client, or over all of them. */
async function nameMass(
  { departures, part }: HrReconciliation,
  allowMass: string | undefined,
  { fail, raise }: Context,
): Promise<boolean> {
  const allowed = allowMass === undefined ? undefined : parseInt(allowMass, 10);
  const crowds = departures.filter((one) => isMassDeparture(one, allowed));
  const total = {
    leaving: departures.reduce((sum, { leaving }) => sum + leaving, 0),
    open: departures.reduce((sum, { open }) => sum + open, 0),
  };
  const error = ({ leaving, open }: typeof total): ConnectError =>
    new ConnectError('mass-departure', { leaving, open, percent: Math.ceil((100 * leaving) / open) });
  for (const one of crowds) await fail(labelOf(one.client), error(one));
  const isMass = crowds.length > 0 || isMassDeparture(total, allowed);
  if (crowds.length === 0 && isMass) await fail(part.portal, error(total));
  if (isMass) raise(exitCodes.refused);
  return isMass;
}

async function tellLimits(
  { columns, people, oddStatuses }: HrList,
  roles: Roles | undefined,
  { roles: file = '' }: HrInput,
  { notify }: Context,
): Promise<void> {
  if (!columns.has('exit') && !columns.has('status') && !columns.has('active')) await notify('users.reconcile.noExit');
  if (oddStatuses.length > 0) await notify('users.reconcile.oddStatuses', { words: several(oddStatuses) });
  if (roles === undefined || !columns.has('role')) return notify('users.reconcile.noRoles');
  const named = people.flatMap(({ role }) => (role === undefined ? [] : [role]));
  const unmapped = [...new Set(named)].filter((role) => roles.of(role) === undefined);
  if (unmapped.length > 0) await notify('users.reconcile.unmapped', { file, roles: several(unmapped) });
}

const several = (words: readonly string[]): string =>
  words.length > 10 ? `${words.slice(0, 10).join(', ')}, …` : words.join(', ');
