import path from 'node:path';
import { changeConfig } from '../../config/change.js';
import { userConfigFile } from '../../config/file.js';
import { updateUserConfig } from '../../config/update.js';
import { show } from '../define.js';
import { ConnectError } from '../../errors.js';
import { argument, flag } from '../options.js';
import { setStore } from './set-store.js';

export const setConfig = show({
  name: 'set',
  summary: 'config.set.summary',
  details: 'config.set.details',
  examples: [
    'connect config set lang fr',
    'connect config set store file',
    'connect config set store file --new-passphrase',
  ],
  acts: 'nothing',
  local: true,
  args: { key: argument('<key>', 'config.arg.key'), value: argument('<value>', 'config.arg.value') },
  options: {
    leave: flag('--leave', 'config.set.leave'),
    newPassphrase: flag('--new-passphrase', 'config.set.newPassphrase'),
  },
  run: async ({ key, value, ...wishes }, context) => {
    const { directories, userConfig } = context;
    const [leave, newPassphrase] = [wishes.leave === true, wishes.newPassphrase === true];
    // What can't be set is refused before anything is asked, moved or locked.
    changeConfig(userConfig, key, value);
    const kept = key === 'ca-file' ? await fileOfCertificates(path.resolve(context.world.cwd, value)) : value;
    const set = { key, value: kept, file: userConfigFile(directories.config) };
    if (key === 'store') return { ...set, moved: await setStore(value, { leave, newPassphrase }, context) };
    if (leave || newPassphrase)
      throw new ConnectError('options-conflict', { options: `${leave ? '--leave' : '--new-passphrase'}, ${key}` });
    await updateUserConfig(directories.config, (config) => changeConfig(config, key, kept));
    return set;
  },
  fields: [
    { key: 'key', title: 'config.key' },
    { key: 'value', title: 'config.value' },
    { key: 'file', title: 'config.file' },
    { key: 'moved', title: 'config.moved', hidden: true },
  ],
});

/** A file that would make every command fail is refused at once. @throws ConnectError `ca-file-unreadable`, `ca-file-malformed` */
async function fileOfCertificates(file: string): Promise<string> {
  const { trustedRoots } = await import('../../platform/trust.js');
  await trustedRoots([{ file, from: 'ca-file' }], {});
  return file;
}
