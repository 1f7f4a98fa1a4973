import { ConnectError } from '../../../errors.js';
import type { Desk } from '../../../operations/handover/desk.js';
import type { Handover } from '../../../operations/handover/handover.js';
import type { Handovers } from '../../../operations/handover/store.js';

/**
 * The client of a handover.
 * @throws ConnectError `handover-unknown`, `handover-of-other-login`
 */
export async function clientOf(memory: Handovers, id: string, portal: string): Promise<string> {
  const handover = await memory.get(id);
  if (handover.portal !== portal) throw elsewhere(handover);
  return handover.client.number;
}

/** The handover of that id, if it is one of the client that the command line names. */
export async function handoverNamed({ memory, client }: Desk, id: string): Promise<Handover> {
  const handover = await memory.get(id);
  if (handover.client.number !== client.number) throw elsewhere(handover);
  return handover;
}

function elsewhere({ id, portal, client }: Handover): ConnectError {
  return new ConnectError('handover-of-other-login', { id, portal, client: client.name, number: client.number });
}
