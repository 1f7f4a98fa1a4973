import type { Desk } from '../../../operations/handover/desk.js';
import { shown } from '../../../operations/handover/handover.js';
import type { Handover, ShownHandover } from '../../../operations/handover/handover.js';
import { awaitLogin, look } from '../../../operations/handover/login.js';
import { makeReady } from '../../../operations/handover/ready.js';
import type { Change } from '../../../runner/change.js';
import type { ClientContext } from '../../../runner/context.js';
import type { Secret } from '../../../secret.js';
import { tellConflicts } from '../tell-changes.js';
import { leaving } from './leaving.js';
import { alreadyOpen, pending, telling } from './pending.js';

/** How long to wait for the successor's login, in milliseconds; `true` for the usual time. */
export type Patience = number | true | undefined;

const usualPatienceMs = 60 * 60_000;

/** As far as it goes without taking anything from anybody: login, rights, and the wait for the successor. */
export async function drive(
  handover: Handover,
  wait: Patience,
  password: Secret,
  desk: Desk,
  context: ClientContext,
): Promise<ShownHandover> {
  const { tell, world } = context;
  // Within the lock: whoever presses Ctrl-C does not wait until it is gone.
  return desk.memory.alone(handover, () =>
    telling(desk, context, async () => {
      // Another run may have gone on with it, or begun one, since this one has looked.
      const now = (await known(handover, desk)) ?? handover;
      if (now.state === 'cancelled' || now.state === 'completed') return shown(now);
      const made = await makeReady(desk, now, password, (conflicts) => tellConflicts(conflicts, tell));
      const looked = await look(desk, made);
      if (looked.state !== 'waiting-for-login' || wait === undefined) return shown(looked);
      const until = new Date(world.clock.now().getTime() + (wait === true ? usualPatienceMs : wait));
      const { firstName, lastName } = looked.successor;
      const params = { successor: `${firstName} ${lastName}` };
      return shown(
        await context.during('handover.waiting', params, () => awaitLogin(desk, looked, until, world.interrupted)),
      );
    }),
  );
}

async function known(handover: Handover, { memory }: Desk): Promise<Handover | undefined> {
  const all = await memory.all();
  const same = all.find(({ id }) => id === handover.id);
  const found = same ?? (await memory.openOf(handover));
  if (found === undefined) return undefined;
  if (found.successor.email !== handover.successor.email) throw alreadyOpen(found);
  return { ...found, on: handover.on, folder: handover.folder };
}

/** What comes after a run of `drive`: the way out of a pending handover, or the change that ends it. */
export async function after(
  { id, state }: ShownHandover,
  desk: Desk,
  context: ClientContext,
): Promise<Change<ShownHandover> | undefined> {
  if (state === 'completed' || state === 'cancelled') return undefined;
  const handover = await desk.memory.get(id);
  if (state === 'ready' || state === 'deactivating') return leaving(handover, desk, context);
  await pending(handover, context);
  return undefined;
}
