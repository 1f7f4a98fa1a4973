import { ConnectError } from '../errors.js';
import { withLock } from '../platform/lock.js';
import type { UserConfig } from './document.js';
import { readUserConfig, userConfigFile, writeUserConfig } from './file.js';

/**
 * Changes the user's configuration, one process at a time: of two logins at the same moment both are remembered.
 * @throws ConnectError `store-busy`, `file-unwritable`
 */
export async function updateUserConfig(
  directory: string,
  change: (config: UserConfig) => UserConfig,
): Promise<UserConfig> {
  const file = userConfigFile(directory);
  try {
    return await withLock(`${file}.lock`, async () => {
      const config = change(await readUserConfig(directory));
      await writeUserConfig(directory, config);
      return config;
    });
  } catch (error) {
    if (error instanceof ConnectError && error.code !== 'store-denied') throw error;
    throw new ConnectError('file-unwritable', { file, reason: reasonOf(error) }, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof ConnectError ? error.cause : error;
  return cause instanceof Error ? cause.message : '';
}
