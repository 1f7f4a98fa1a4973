import type { GlobalInput } from '../commands/global-options.js';
import type { UserConfig } from '../config/document.js';
import { readDirectoryConfig, readUserConfig, userConfigFile } from '../config/file.js';
import { directories } from '../config/paths.js';
import { resolveSettings } from '../config/settings.js';
import type { Settings, Sources } from '../config/settings.js';
import { ConnectError } from '../errors.js';
import type { World } from '../platform/ports.js';

export interface Settled {
  readonly settings: Settings;
  readonly user: UserConfig;
  /** Why not all sources were heeded. */
  readonly fault: ConnectError | undefined;
}

/**
 * Finds out the settings of a run.
 * @param atAnyRate leaves out the files, and if need be the environment, rather than fail over what they say
 * @throws ConnectError of the files and of the settings, but for options only then
 */
export async function settle(globals: GlobalInput, world: World, atAnyRate: boolean): Promise<Settled> {
  const { config } = directories(world);
  const userFile = userConfigFile(config);
  const nothing = { user: { profiles: {} }, directory: {} };
  const sources: readonly (() => Promise<Sources>)[] = [
    async () => {
      const [user, directory] = await Promise.all([readUserConfig(config), readDirectoryConfig(world.cwd)]);
      return { env: world.env, userFile, user, directory };
    },
    () => Promise.resolve({ env: world.env, userFile, ...nothing }),
    () => Promise.resolve({ env: {}, userFile, ...nothing }),
  ];
  let fault: ConnectError | undefined;
  for (const read of atAnyRate ? sources : sources.slice(0, 1)) {
    try {
      const given = await read();
      return { settings: resolveSettings(globals, given), user: given.user, fault };
    } catch (error) {
      if (!(error instanceof ConnectError)) throw error;
      fault ??= error;
    }
  }
  throw fault ?? new Error('there are always sources');
}
