import { mandateLedger } from '../../operations/mandate-ledger.js';
import type { Knowledge } from '../../operations/mandates.js';
import { swissDayAtPortal } from '../../operations/swiss-day.js';
import type { LoginContext } from '../../runner/context.js';

/** Where powers of attorney of this login are known, and what day it is by the fund's clock. */
export const knowledgeOf = ({ directories, login, world, wire }: LoginContext): Knowledge => ({
  ledger: mandateLedger(directories.state),
  address: login.address.href,
  today: swissDayAtPortal(world.clock, wire.clockCheck),
});
