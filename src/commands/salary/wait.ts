import type { SalaryDeclaration } from '../../../contract/portal.gen.js';
import { ConnectError } from '../../errors.js';
import { awaitChecks, isChecked } from '../../operations/await-checks.js';
import type { ClientContext } from '../../runner/context.js';
import { duration, flag } from '../options.js';

/** What a verb that can wait for the fund offers. */
export const waitOptions = {
  wait: flag('--wait', 'salary.wait'),
  waitTimeout: duration('--wait-timeout <duration>', 'salary.waitTimeout'),
};

interface Wishes {
  readonly wait: boolean | undefined;
  readonly waitTimeout: number | undefined;
}

const usualPatienceMs = 10 * 60_000;

/**
 * Follows a declaration until the fund has checked it, if that is wished. What goes wrong with waiting is told, and
 * decides the exit code: the declaration itself is there, and is what is printed.
 */
export async function waitForChecks(
  declaration: SalaryDeclaration,
  { wait, waitTimeout }: Wishes,
  context: ClientContext,
): Promise<SalaryDeclaration> {
  if (wait !== true && waitTimeout === undefined) return declaration;
  const { portal, client, world, during, fail, raise } = context;
  const { id } = declaration;
  const until = new Date(world.clock.now().getTime() + (waitTimeout ?? usualPatienceMs));
  const patience = { clock: world.clock, until, signal: world.interrupted };
  let last = declaration;
  const ask = async (): Promise<SalaryDeclaration> => (last = await portal.salary.get(client.number, id));
  try {
    last = isChecked(declaration)
      ? declaration
      : await during('progress.waiting', { id }, () => awaitChecks(declaration, ask, patience));
    await tell(last, context);
    if (!isChecked(last)) throw new ConnectError('still-checking', { id });
    if (last.state === 'rejected') throw new ConnectError('checks-failed', { id });
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code === 'interrupted') throw error;
    await fail(id, error);
    raise(error.exitCode);
  }
  return last;
}

async function tell({ id, state, findingCount }: SalaryDeclaration, context: ClientContext): Promise<void> {
  const { portal, client, notify, translate } = context;
  if (findingCount > 0) {
    for await (const { level, code, text } of portal.salary.findings(client.number, id)) {
      await notify('salary.wait.finding', { level: translate(`level.${level}`), code, text });
    }
  }
  if (state === 'awaiting-release') await notify('salary.wait.release', { id });
  else await notify('salary.wait.state', { id, state: translate(`declarationState.${state}`) });
}
