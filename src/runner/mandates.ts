import type { Client } from '../../contract/portal.gen.js';
import type { Verb } from '../commands/define.js';
import { ConnectError } from '../errors.js';
import type { Standing } from '../operations/mandate-days.js';
import type { LoginContext } from './context.js';

interface Ended {
  readonly client: Client;
  readonly standing: Exclude<Standing, { readonly kind: 'none' | 'lasting' }>;
}

/** More clients than that are told in one line. */
const most = 2;

/**
 * Tells a fiduciary of powers of attorney that have run out, or soon will, and refuses writes without one where that is the
 * policy. Looks into this computer's file only; clients of which it knows nothing are none of its business.
 * @throws ConnectError `mandate-expired`; `mandates-unreadable` where the policy is to refuse
 */
export async function heedMandates(
  verb: Pick<Verb, 'kind' | 'aboutMandates'>,
  clients: readonly Client[],
  context: LoginContext,
): Promise<void> {
  const theirs = clients.filter(({ role }) => role === 'fiduciary');
  if (theirs.length === 0 || verb.aboutMandates === true) return;
  const { value: policy, from } = context.settings.expiredMandates;
  const denies = verb.kind === 'write' && policy === 'deny';
  const ended = await endedOf(theirs, context).catch(async (error: unknown) => {
    if (denies || !(error instanceof ConnectError)) throw error;
    await context.notify(`error.${error.code}`, error.params);
    return [];
  });
  const [first] = ended.filter(({ standing }) => standing.kind !== 'ending');
  if (denies && first !== undefined) {
    const { number, name } = first.client;
    throw new ConnectError('mandate-expired', { number, client: name, on: first.standing.on, from });
  }
  if (ended.length > most) return context.notify('mandates.notice.several', { count: ended.length });
  for (const one of ended) await tell(one, context);
}

async function endedOf(
  clients: readonly Client[],
  { directories, login, world, wire }: LoginContext,
): Promise<Ended[]> {
  const [{ mandateLedger }, { standing }, { swissDayAtPortal }] = await Promise.all([
    import('../operations/mandate-ledger.js'),
    import('../operations/mandate-days.js'),
    import('../operations/swiss-day.js'),
  ]);
  const kept = await mandateLedger(directories.state).of(login.address.href);
  const today = swissDayAtPortal(world.clock, wire.clockCheck);
  return clients.flatMap((client) => {
    const found = standing(
      kept.filter((one) => one.client === client.number),
      today,
    );
    return found.kind === 'none' || found.kind === 'lasting' ? [] : [{ client, standing: found }];
  });
}

async function tell({ client, standing }: Ended, { notify, tell }: LoginContext): Promise<void> {
  const params = { number: client.number, client: client.name, on: tell.day(standing.on) };
  if (standing.kind !== 'ending') return notify(`mandates.notice.${standing.kind}`, params);
  return notify('mandates.notice.ending', { ...params, count: standing.days });
}
