import type { Client } from '../../../contract/portal.gen.js';
import type { Portal } from '../../api/portal.js';
import type { Wire } from '../../api/wire.js';
import type { Clock, Random } from '../../platform/ports.js';
import { portalClock } from '../portal-clock.js';
import type { Handover, Step, StepName } from './handover.js';
import type { Handovers } from './store.js';

/** What every step of a handover needs. */
export interface Desk {
  readonly portal: Portal;
  readonly client: Client;
  /** User name of the acting login. */
  readonly actor: string;
  readonly memory: Handovers;
  /** This computer's. */
  readonly clock: Clock;
  readonly random: Pick<Random, 'uuid'>;
  readonly wire: Pick<Wire, 'clockCheck' | 'witness'>;
}

/** @param sent the change that did it, `POST /clients/…`; nothing if it was found to be done */
export function stepOf(desk: Desk, step: StepName, sent?: string): Step {
  const requestId = (sent && desk.wire.witness?.sentAs(sent)) ?? null;
  return { step, at: desk.clock.now().toISOString(), by: desk.actor, requestId };
}

/** The handover with something done, on disk. */
export async function done(desk: Desk, handover: Handover, change: Partial<Handover>, ...steps: Step[]) {
  return desk.memory.keep({ ...handover, ...change, steps: [...handover.steps, ...steps] });
}

export const userPath = ({ client }: Desk, id: string): string => `/clients/${client.number}/users/${id}`;

/** The portal's time, by which a lock ends. */
export const timeOf = ({ clock, wire }: Desk): Pick<Clock, 'now'> => portalClock(clock, wire.clockCheck);
