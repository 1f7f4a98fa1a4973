import type { Env } from './ports.js';

/** The environment for a helper process: without our variables, among which secrets may be. */
export function withoutOurs(env: Env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('CONNECT_')));
}
