import path from 'node:path';
import { createHash } from 'node:crypto';
import type { AccessPlan } from '../../access/access-plan.js';
import type { LoginContext } from '../../runner/context.js';
import { portalAddress } from '../../config/portal-address.js';
import { ConnectError, exitCodes } from '../../errors.js';
import type { Problem } from '../../operations/access-file/problems.js';
import { isSelf } from '../../operations/users.js';
import { list } from '../define.js';
import { argument, flag, text, texts } from '../options.js';
import { planColumns, planParts } from './plan-columns.js';
import type { ClientPlanRow } from './plan-columns.js';
import { planWords } from './plan-words.js';
import { refuseLockouts } from './refuse-lockouts.js';
import { tellProof } from './tell-proof.js';
import { tellStep } from './tell-plan.js';
import { portalClock } from '../../operations/portal-clock.js';

/** Whoever lists a thousand logins by hand needs a tenth of it. */
const longestBytes = 1024 * 1024;

export const planUsers = list({
  name: 'plan',
  summary: 'users.plan.summary',
  details: 'users.plan.details',
  examples: [
    'connect users plan access.yaml',
    'connect users plan access.yaml --out plan.json',
    'connect users plan access.yaml --exit-code -q',
  ],
  acts: 'login',
  local: true,
  args: { file: argument('<file>', 'users.plan.file') },
  options: {
    out: text('--out <file>', 'users.plan.out'),
    force: flag('--force', 'users.plan.force'),
    exitCode: flag('--exit-code', 'users.plan.exitCode'),
    acceptLockout: texts('--accept-lockout <client>', 'users.plan.acceptLockout'),
  },
  rows: async function* ({ file, out, force, acceptLockout }, context) {
    const { mayWritePlan } = await import('../../operations/plan-file.js');
    if (out !== undefined && out !== '-') await mayWritePlan(path.resolve(context.world.cwd, out), force === true);
    yield* await clientRows(file, acceptLockout ?? [], context);
  },
  together: async (rows, { file, out, force, exitCode }, context) => {
    const { world, notify, tell, raise } = context;
    const count = rows.reduce((sum, { changes }) => sum + changes.length, 0);
    if (exitCode === true && count > 0) raise(exitCodes.finding);
    // Of a file none of whose clients could be looked at nothing is known.
    const counted = async () => {
      if (rows.length > 0) await notify(count === 0 ? 'plan.nothing' : 'plan.count', { count });
    };
    if (out === undefined) {
      await counted();
      return rows;
    }
    const { planText, writePlan } = await import('../../operations/plan-file.js');
    const plan = planOf(rows, await sourceOf(file, context), context);
    if (out === '-') {
      for (const step of rows.flatMap(({ changes }) => changes))
        await notify('plan.line', { client: step.client, change: tellStep(step, tell) });
      await counted();
      await world.stdout.write(planText(plan));
      return undefined;
    }
    await writePlan(plan, path.resolve(world.cwd, out), force === true);
    await counted();
    await notify('plan.written', { file: out });
    return rows;
  },
  columns: planColumns,
  parts: planParts,
  empty: 'plan.empty',
});

async function clientRows(
  file: string,
  acceptLockout: readonly string[],
  context: LoginContext,
): Promise<readonly ClientPlanRow[]> {
  const { portal, login, world, wire, notify, fail, raise, concurrency, contentOf } = context;
  const [{ smallText }, { readAccessFile }, { planClients, wishedClients }, { all }] = await Promise.all([
    import('../../operations/plan-file.js'),
    import('../../operations/access-file/read-access-file.js'),
    import('../../operations/access-file/plan-access.js'),
    import('../../api/paging.js'),
  ]);
  const content = await smallText((await contentOf(file))(), longestBytes);
  if (content === undefined) throw new ConnectError('access-file-unreadable', { file });
  const read = readAccessFile(content, planWords);
  if ('faults' in read) return refuse(file, read.faults, context);
  const { file: wishes, problems } = read;
  if (problems.found.length > 0) return refuse(file, problems.found, context);
  if (wishes.portal !== undefined && portalAddress(wishes.portal).href !== login.address.href) {
    const { portal: named } = wishes;
    throw new ConnectError('access-file-of-other-portal', { file, portal: named, own: login.address.href });
  }
  const wished = wishedClients(wishes, await all(portal.clients.list()), problems);
  if (problems.found.length > 0) return refuse(file, problems.found, context);
  const ports = {
    portal,
    clock: portalClock(world.clock, wire.clockCheck),
    isSelf: (user: Parameters<typeof isSelf>[0]) => isSelf(user, login.username),
  };
  const planned = await planClients(wished, { ...ports, concurrency }, problems);
  if (problems.found.length > 0) return refuse(file, problems.found, context);
  const known = planned.flatMap((one) => ('error' in one ? [] : [one]));
  await refuseLockouts(known, acceptLockout, notify);
  for (const one of planned) {
    if (!('error' in one)) {
      if (one.steps.length > 0) await tellProof(one.proof, one.client, notify);
      continue;
    }
    await fail(`${one.client.number} ${one.client.name}`, one.error);
    raise(exitCodes.someFailed);
  }
  return known.map(({ client, steps, kept, proof }) => ({
    client: client.number,
    name: client.name,
    verdict: proof.verdict,
    changes: steps,
    kept: kept.map(({ userName }) => userName),
  }));
}

async function refuse(file: string, found: readonly Problem[], context: LoginContext): Promise<never> {
  const { refuseFile } = await import('./tell-problems.js');
  return refuseFile(file, found, context);
}

async function sourceOf(file: string, { contentOf }: LoginContext): Promise<AccessPlan['source']> {
  const hash = createHash('sha256');
  for await (const piece of (await contentOf(file))()) hash.update(piece);
  return { kind: 'access-file', ...(file !== '-' && { file: path.basename(file) }), sha256: hash.digest('hex') };
}

function planOf(
  rows: readonly ClientPlanRow[],
  source: AccessPlan['source'],
  { login, world }: LoginContext,
): AccessPlan {
  const clients = rows.map(({ client, name }) => ({ number: client, name }));
  const steps = rows.flatMap(({ changes }) => changes);
  const part = { portal: login.address.href, actor: login.username, clients, steps };
  return { version: 1, madeAt: world.clock.now().toISOString(), source, parts: [part] };
}
