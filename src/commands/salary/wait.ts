import type { SalaryDeclaration } from '../../../contract/portal.gen.js';
import { ConnectError, exitCodes } from '../../errors.js';
import type { ErrorCode } from '../../errors.js';
import type { MessageKey } from '../../i18n/translate.js';
import { awaitFund, isChecked, isSettled } from '../../operations/await-fund.js';
import type { ClientContext } from '../../runner/context.js';
import { duration, flag } from '../options.js';

/** What a verb that can wait for the fund offers. */
const offering = (about: MessageKey) => ({
  wait: flag('--wait', about),
  waitTimeout: duration('--wait-timeout <duration>', 'salary.waitTimeout'),
});

/** Of one that waits for the checks only. */
export const waitOptions = offering('salary.wait');
/** Of one that waits for the checks or for the processing, whichever the fund is at. */
export const waitOptionsOfBoth = offering('salary.wait.both');

interface Wishes {
  readonly wait: boolean | undefined;
  readonly waitTimeout: number | undefined;
}

interface Waiting {
  readonly isThere: (declaration: SalaryDeclaration) => boolean;
  /** The fund's findings have been told before. */
  readonly findingsTold?: boolean;
  /** What this run has done before the wait, for whoever interrupts it; without it an interruption ends the run as any. */
  readonly interrupted?: ErrorCode;
}

export const afterUpload: Waiting = { isThere: isChecked, interrupted: 'upload-wait-interrupted' };
export const afterRelease: Waiting = { isThere: isSettled, interrupted: 'release-wait-interrupted' };
export const whileShown: Waiting = { isThere: isSettled };

const usualPatienceMs = 10 * 60_000;

const isWished = ({ wait, waitTimeout }: Wishes): boolean => wait === true || waitTimeout !== undefined;

/**
 * Follows a declaration until the fund is through with it, if that is wished. What goes wrong with waiting is told, and
 * decides the exit code: the declaration itself is there, and is what is printed. So it is when somebody interrupts.
 */
export async function waitForFund(
  declaration: SalaryDeclaration,
  wishes: Wishes,
  context: ClientContext,
  { isThere, findingsTold = false, interrupted }: Waiting,
): Promise<SalaryDeclaration> {
  if (!isWished(wishes)) return declaration;
  const { world, translate } = context;
  const { id } = declaration;
  let last = declaration;
  try {
    await follow(declaration, wishes, context, isThere, (seen) => (last = seen));
    await tell(last, context, findingsTold);
    if (!isThere(last)) throw new ConnectError(isChecked(last) ? 'still-processing' : 'still-checking', { id });
    if (last.state === 'rejected') throw new ConnectError('checks-failed', { id });
  } catch (error) {
    if (world.interrupted.aborted && interrupted !== undefined) {
      await told(new ConnectError(interrupted, { id, state: translate(`declarationState.${last.state}`) }), context);
    } else if (!(error instanceof ConnectError) || error.exitCode === exitCodes.interrupted) throw error;
    else await told(error, context);
  }
  return last;
}

/**
 * Waits until a declaration that is to be released is checked, if that is wished.
 * @returns what is left of the patience for the time after the release
 * @throws ConnectError `release-still-checking`
 */
export async function waitForChecks(id: string, wishes: Wishes, context: ClientContext): Promise<Wishes> {
  if (!isWished(wishes)) return wishes;
  const { portal, client, world } = context;
  const begun = world.clock.now().getTime();
  const found = await portal.salary.get(client.number, id);
  const last = isChecked(found) ? found : await follow(found, wishes, context, isChecked);
  if (!isChecked(last)) throw new ConnectError('release-still-checking', { id });
  const spentMs = world.clock.now().getTime() - begun;
  return { ...wishes, waitTimeout: Math.max(0, (wishes.waitTimeout ?? usualPatienceMs) - spentMs) };
}

async function follow(
  declaration: SalaryDeclaration,
  { waitTimeout = usualPatienceMs }: Wishes,
  { portal, client, world, during }: ClientContext,
  isThere: Waiting['isThere'],
  seen: (declaration: SalaryDeclaration) => void = () => undefined,
): Promise<SalaryDeclaration> {
  if (isThere(declaration)) return declaration;
  const { id } = declaration;
  const until = new Date(world.clock.now().getTime() + waitTimeout);
  const ask = async (): Promise<SalaryDeclaration> => {
    const now = await portal.salary.get(client.number, id);
    seen(now);
    return now;
  };
  return during(isChecked(declaration) ? 'progress.processing' : 'progress.waiting', { id }, () =>
    awaitFund(declaration, ask, { isThere, clock: world.clock, until, signal: world.interrupted }),
  );
}

async function tell(
  { id, state, findingCount }: SalaryDeclaration,
  { portal, client, notify, translate }: ClientContext,
  findingsTold: boolean,
): Promise<void> {
  if (findingCount > 0 && !findingsTold) {
    for await (const { level, code, text } of portal.salary.findings(client.number, id)) {
      await notify('salary.wait.finding', { level: translate(`level.${level}`), code, text });
    }
  }
  if (state === 'awaiting-release') await notify('salary.wait.release', { id });
  else await notify('salary.wait.state', { id, state: translate(`declarationState.${state}`) });
}

/** After these the hint tells how to go on waiting. */
const goesOn: readonly ErrorCode[] = [
  'still-checking',
  'still-processing',
  'upload-wait-interrupted',
  'release-wait-interrupted',
];

async function told(error: ConnectError, { fail, notify, raise }: ClientContext): Promise<void> {
  const { code, params, exitCode } = error;
  await fail(String(params['id']), error);
  if (goesOn.includes(code)) await notify(`error.${code}.hint`, params);
  raise(exitCode);
}
