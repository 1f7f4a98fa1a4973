import { updateUserConfig } from '../../config/update.js';
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
    if (profile === undefined || !Object.hasOwn(userConfig.profiles, profile))
      throw new ConnectError('profile-unknown', { profile: profile ?? '-', known: '-' });
    const named = { value: [name], origin: 'option', from: '<client>' } as const;
    const [client] = await resolveClients(portal, named, { writes: false, everyClient: false });
    if (client === undefined) throw new ConnectError('client-unknown', { client: name, known: '-' });
    await updateUserConfig(directories.config, ({ profiles, ...others }) => ({
      ...others,
      profiles: { ...profiles, [profile]: { ...profiles[profile], client: client.number } },
    }));
    await notify('clients.use.done', { client: client.name, profile });
    return client;
  },
  fields: clientColumns,
});
