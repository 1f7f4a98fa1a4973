import { ConnectError, exitCodes } from '../../../errors.js';
import type { Handover } from '../../../operations/handover/handover.js';
import { handovers } from '../../../operations/handover/store.js';
import type { ClientContext } from '../../../runner/context.js';

export function alreadyOpen({ id, leaver, successor }: Handover): ConnectError {
  return new ConnectError('handover-open', { id, leaver: leaver.userName, successor: successor.userName });
}

/** Says why it does not go on now, and how it will. */
export async function pending({ id, state, on, successor, leaver }: Handover, context: ClientContext): Promise<void> {
  const { notify, raise, tell } = context;
  raise(exitCodes.pending);
  const params = {
    successor: `${successor.firstName} ${successor.lastName}`,
    on: tell.day(on),
    leaver: leaver.userName,
  };
  await notify(state === 'waiting-for-day' ? 'handover.pendingDay' : 'handover.pendingLogin', params);
  await notify('handover.goesOn', { id });
}

/** Where it ends by an error, or by Ctrl-C, after something is on disk, it says how to go on. */
export async function telling<T>(handover: Handover, context: ClientContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const memory = handovers(context.directories.state);
    const open = await memory.openOf(handover).catch(() => undefined);
    if (open !== undefined) await context.notify('handover.goesOn', { id: open.id });
    throw error;
  }
}
