import path from 'node:path';
import { changeConfig } from '../../config/change.js';
import { userConfigFile } from '../../config/file.js';
import { updateUserConfig } from '../../config/update.js';
import { show } from '../define.js';
import { argument } from '../options.js';

export const setConfig = show({
  name: 'set',
  summary: 'config.set.summary',
  details: 'config.set.details',
  examples: ['connect config set lang fr', 'connect config set store file', 'connect config set profile ak060'],
  acts: 'nothing',
  local: true,
  args: { key: argument('<key>', 'config.arg.key'), value: argument('<value>', 'config.arg.value') },
  options: {},
  run: async ({ key, value }, { directories, world }) => {
    const kept = key === 'ca-file' ? await fileOfCertificates(path.resolve(world.cwd, value)) : value;
    await updateUserConfig(directories.config, (config) => changeConfig(config, key, kept));
    return { key, value: kept, file: userConfigFile(directories.config) };
  },
  fields: [
    { key: 'key', title: 'config.key' },
    { key: 'value', title: 'config.value' },
    { key: 'file', title: 'config.file' },
  ],
});

/** A file that would make every command fail is refused at once. @throws ConnectError `ca-file-unreadable`, `ca-file-malformed` */
async function fileOfCertificates(file: string): Promise<string> {
  const { trustedRoots } = await import('../../platform/trust.js');
  await trustedRoots([{ file, from: 'ca-file' }], {});
  return file;
}
