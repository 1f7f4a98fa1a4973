import type { PortalAddress } from '../config/portal-address.js';
import { accountOf } from './stored-session.js';

/**
 * The account under which the store keeps the seed of a login's authenticator app, if the user wanted that: beside the
 * session, which comes and goes without it.
 */
export function seedAccountOf(portal: PortalAddress, username: string): string {
  return `${accountOf(portal, username)} otp`;
}
