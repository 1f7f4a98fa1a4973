import { ConnectError, exitCodes } from '../../../errors.js';
import type { Desk } from '../../../operations/handover/desk.js';
import type { Handover } from '../../../operations/handover/handover.js';
import type { ClientContext } from '../../../runner/context.js';

export function alreadyOpen({ id, leaver, successor }: Handover): ConnectError {
  return new ConnectError('handover-open', { id, leaver: leaver.userName, successor: successor.userName });
}

/** Says why it does not go on now, and how it will. */
export async function pending({ id, lacks, on, successor, leaver }: Handover, context: ClientContext): Promise<void> {
  const { notify, raise, tell } = context;
  raise(exitCodes.pending);
  const params = {
    successor: `${successor.firstName} ${successor.lastName}`,
    on: tell.day(on),
    leaver: leaver.userName,
  };
  await notify(lacks === null ? 'handover.pendingDay' : `handover.pending.${lacks}`, params);
  await notify('handover.goesOn', { id });
}

/** Where it ends by an error, or by Ctrl-C, after something is on disk, it says how to go on. */
export async function telling<T>(desk: Desk, { notify }: ClientContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const id = desk.memory.kept();
    if (id !== undefined) await notify('handover.goesOn', { id });
    throw error;
  }
}
