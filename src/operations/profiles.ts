import type { UserConfig } from '../config/document.js';
import type { PortalAddress } from '../config/portal-address.js';

export interface SavedProfile {
  readonly name: string;
  readonly config: UserConfig;
}

/**
 * The configuration with a login remembered under a name: the one wished for, else the fund's part of the address, with
 * user name and host where that is taken by another login. The first login becomes the default; later ones don't, so that no
 * command changes its portal because somebody has logged in somewhere else.
 */
export function rememberLogin(
  config: UserConfig,
  portal: PortalAddress,
  username: string,
  wished: string | undefined,
): SavedProfile {
  const { profiles } = config;
  const isFree = (name: string): boolean => {
    const taken = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
    return taken === undefined || (taken.portal === portal.href && taken.username === username);
  };
  const fund = portal.href.slice(portal.href.lastIndexOf('/') + 1);
  const { host } = new URL(portal.href);
  const candidates = [fund, `${fund}-${username}`, `${fund}-${username}-${host}`];
  const name = wished ?? candidates.find(isFree) ?? `${portal.href} ${username}`;
  const before = isFree(name) && Object.hasOwn(profiles, name) ? profiles[name] : {};
  const profile = { ...before, portal: portal.href, username };
  return { name, config: { ...config, profile: config.profile ?? name, profiles: { ...profiles, [name]: profile } } };
}
