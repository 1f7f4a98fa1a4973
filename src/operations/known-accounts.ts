import type { UserConfig } from '../config/document.js';
import { portalAddress } from '../config/portal-address.js';
import type { PortalAddress } from '../config/portal-address.js';
import { accountOf } from '../session/stored-session.js';
import { seedAccountOf } from '../session/stored-seed.js';

/** The accounts under which a store keeps what belongs to one login. */
export interface LoginAccounts {
  readonly session: string;
  /** Seed of the authenticator app, if the user wanted it kept. */
  readonly seed: string;
}

export function accountsOf(portal: PortalAddress, username: string): LoginAccounts {
  return { session: accountOf(portal, username), seed: seedAccountOf(portal, username) };
}

/** Those of all saved logins, each once, in an order that all processes share. */
export function knownAccounts({ profiles }: Pick<UserConfig, 'profiles'>): readonly LoginAccounts[] {
  const known = new Map<string, LoginAccounts>();
  for (const { portal, username } of Object.values(profiles)) {
    if (portal === undefined || username === undefined) continue;
    const accounts = accountsOf(portalAddress(portal), username);
    known.set(accounts.session, accounts);
  }
  return [...known.values()].sort((one, other) => (one.session < other.session ? -1 : 1));
}
