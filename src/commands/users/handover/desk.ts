import type { Desk } from '../../../operations/handover/desk.js';
import { handovers } from '../../../operations/handover/store.js';
import type { Handover } from '../../../operations/handover/handover.js';
import type { AskOldSession } from '../../../operations/handover/leave.js';
import { askOldSession } from '../../../operations/handover/old-session.js';
import { isSelf } from '../../../operations/users.js';
import type { ClientContext } from '../../../runner/context.js';

export function deskOf({ portal, client, login, directories, world, wire }: ClientContext): Desk {
  const memory = handovers(directories.state);
  return { portal, client, actor: login.username, memory, clock: world.clock, random: world.random, wire };
}

/** Sessions of the leaver are looked for where this computer keeps sessions; where it keeps none, none is opened for this. */
export function oldSessionOf({ leaver }: Handover, context: ClientContext): AskOldSession {
  const { login, store, openLoginOf, world } = context;
  const names = store.kind === 'memory' ? [] : [...new Set([leaver.userName, leaver.email])];
  const others = names.map((name) => openLoginOf(login.address, name));
  return () => askOldSession(isSelf(leaver, login.username) ? [login, ...others] : others, world.clock);
}
