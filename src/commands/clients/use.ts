import { writeUserConfig } from '../../config/file.js';
import { ConnectError } from '../../errors.js';
import { resolveClients } from '../../runner/target.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { clientColumns } from './list.js';

export const useClient = show({
  name: 'use',
  summary: 'clients.use.summary',
  details: 'clients.use.details',
  examples: ['connect clients use 20001.00', 'connect clients use "Muster Beispiel AG"'],
  acts: 'login',
  local: true,
  args: { client: argument('<client>', 'clients.use.client') },
  options: {},
  run: async ({ client: name }, { portal, settings, userConfig, directories, notify }) => {
    const profile = settings.profile.value;
    const saved =
      profile !== undefined && Object.hasOwn(userConfig.profiles, profile) ? userConfig.profiles[profile] : undefined;
    if (profile === undefined || saved === undefined)
      throw new ConnectError('profile-unknown', { profile: profile ?? '-', known: '-' });
    const named = { value: [name], origin: 'option', from: '<client>' } as const;
    const [client] = await resolveClients(portal, named, { writes: false, everyClient: false });
    if (client === undefined) throw new ConnectError('client-unknown', { client: name, known: '-' });
    const profiles = { ...userConfig.profiles, [profile]: { ...saved, client: client.number } };
    await writeUserConfig(directories.config, { ...userConfig, profiles });
    await notify('clients.use.done', { client: client.name, profile });
    return client;
  },
  fields: clientColumns,
});
