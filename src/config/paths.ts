import path from 'node:path';
import type { Env, World } from '../platform/ports.js';

export interface Directories {
  /** Settings, no secrets. */
  readonly config: string;
  /** Journal, receipts, sandbox, encrypted credentials. */
  readonly state: string;
}

/** Where our files live: XDG Base Directory, and its equivalents on macOS and Windows. `CONNECT_CONFIG_DIR` moves all of them. */
export function directories({ env, platform, home }: Pick<World, 'env' | 'platform' | 'home'>): Directories {
  const own = absolute(env, 'CONNECT_CONFIG_DIR');
  if (own !== undefined) return { config: own, state: path.join(own, 'state') };
  if (platform === 'win32') {
    return {
      config: path.join(absolute(env, 'APPDATA', path.win32) ?? path.join(home, 'AppData', 'Roaming'), 'connect'),
      state: path.join(absolute(env, 'LOCALAPPDATA', path.win32) ?? path.join(home, 'AppData', 'Local'), 'connect'),
    };
  }
  const support = platform === 'darwin' ? path.join(home, 'Library', 'Application Support') : undefined;
  return {
    config: path.join(absolute(env, 'XDG_CONFIG_HOME') ?? support ?? path.join(home, '.config'), 'connect'),
    state: path.join(absolute(env, 'XDG_STATE_HOME') ?? support ?? path.join(home, '.local', 'state'), 'connect'),
  };
}

/** The XDG specification asks to ignore relative paths; an empty variable counts as unset. */
function absolute(env: Env, name: string, form: Pick<typeof path, 'isAbsolute'> = path): string | undefined {
  const value = env[name];
  return value !== undefined && form.isAbsolute(value) ? value : undefined;
}
