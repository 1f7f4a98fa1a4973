import type { Profile, UserConfig } from '../config/document.js';
import { ConnectError } from '../errors.js';

/** A login that the configuration remembers under a name. */
export interface SavedLogin {
  readonly name: string;
  readonly portal: string | null;
  readonly username: string | null;
  /** Default client of reads. */
  readonly client: string | null;
  /** Whether commands without `-p` use it. */
  readonly default: boolean;
}

export function savedLogins(config: UserConfig): readonly SavedLogin[] {
  return Object.keys(config.profiles).map((name) => savedLogin(config, name));
}

/** @throws ConnectError `profile-unknown` */
export function savedLogin(config: UserConfig, name: string): SavedLogin {
  const { portal = null, username = null, client = null } = profileNamed(config, name);
  return { name, portal, username, client, default: config.profile === name };
}

/** @throws ConnectError `profile-unknown`, `profile-exists` */
export function renameLogin(config: UserConfig, name: string, newName: string): UserConfig {
  profileNamed(config, name);
  if (Object.hasOwn(config.profiles, newName)) throw new ConnectError('profile-exists', { profile: newName });
  const named = Object.entries(config.profiles).map(([key, profile]) => [key === name ? newName : key, profile]);
  const renamed = { ...config, profiles: Object.fromEntries(named) as UserConfig['profiles'] };
  return config.profile === name ? { ...renamed, profile: newName } : renamed;
}

/** Without a default if that was the one: no command changes its portal because a login was removed. */
export function removeLogin(config: UserConfig, name: string): UserConfig {
  profileNamed(config, name);
  const { profile, profiles, ...others } = config;
  const left = Object.fromEntries(Object.entries(profiles).filter(([key]) => key !== name));
  return { ...others, ...(profile !== undefined && profile !== name && { profile }), profiles: left };
}

/** Whether another name stands for the same user at the same portal, and so for the same session. */
export function isShared(config: UserConfig, { name, portal, username }: SavedLogin): boolean {
  return savedLogins(config).some(
    (other) => other.name !== name && other.portal === portal && other.username === username,
  );
}

function profileNamed({ profiles }: UserConfig, name: string): Profile {
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (found !== undefined) return found;
  throw new ConnectError('profile-unknown', { profile: name, known: Object.keys(profiles).join(', ') || '–' });
}
