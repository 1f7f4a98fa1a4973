import type { Authorizer } from '../api/wire.js';
import type { StoredSession } from './stored-session.js';

/** Gives requests their access token, wherever it has it from. */
export interface Keeper extends Authorizer {
  /** What is known of the session, without asking the portal. */
  session(): Promise<StoredSession | undefined>;
}
