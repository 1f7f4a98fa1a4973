import { portalAddress } from '../../config/portal-address.js';
import { updateUserConfig } from '../../config/update.js';
import { endSession } from '../../operations/end-session.js';
import { accountsOf } from '../../operations/known-accounts.js';
import { isShared, removeLogin, savedLogin } from '../../operations/saved-logins.js';
import type { SavedLogin } from '../../operations/saved-logins.js';
import type { Context } from '../../runner/context.js';
import { write } from '../define.js';
import { argument } from '../options.js';

interface Removed {
  readonly name: string;
  readonly portal: string | null;
  readonly username: string | null;
  /** Whether the portal has made the tokens worthless; null where there were none. */
  readonly revoked: boolean | null;
  /** Whether anything was in the store, a session or a seed. */
  readonly forgotten: boolean;
}

export const removeProfile = write({
  name: 'remove',
  summary: 'profiles.remove.summary',
  details: 'profiles.remove.details',
  examples: ['connect profiles remove ak060', 'connect profiles remove ak060 --yes'],
  acts: 'nothing',
  args: { profile: argument('<profile>', 'profiles.arg.profile') },
  options: {},
  prepare: ({ profile: name }, context) => {
    const login = savedLogin(context.userConfig, name);
    const params = { profile: name, username: login.username ?? '–', portal: login.portal ?? '–' };
    return Promise.resolve({
      summary: isShared(context.userConfig, login) ? 'profiles.remove.willName' : 'profiles.remove.will',
      params,
      request: { method: 'DELETE', path: '/session' },
      consent: { kind: 'yes', question: 'profiles.remove.ask', params },
      carryOut: () => remove(login, context),
    });
  },
  fields: [
    { key: 'name', title: 'profiles.name' },
    { key: 'portal', title: 'status.portal' },
    { key: 'username', title: 'status.username' },
    {
      key: 'revoked',
      title: 'logout.revoked',
      text: ({ revoked }, tell) => (revoked === null ? '' : tell.yesNo(revoked)),
    },
    { key: 'forgotten', title: 'logout.forgotten', text: ({ forgotten }, tell) => tell.yesNo(forgotten) },
  ],
});

/** The secrets first: a name that is gone would leave nobody to find them. */
async function remove(login: SavedLogin, context: Context): Promise<Removed> {
  const { userConfig, directories, notify } = context;
  const forgotten = isShared(userConfig, login) ? nothing : await forget(login, context);
  const { name, portal, username } = login;
  const config = await updateUserConfig(directories.config, (before) => removeLogin(before, name));
  if (login.default && Object.keys(config.profiles).length > 0) await notify('profiles.remove.noDefault');
  return { name, portal, username, ...forgotten };
}

const nothing = { revoked: null, forgotten: false } as const;

/** Logs out, and removes session and seed from the store. */
async function forget(
  { portal, username }: SavedLogin,
  { openLoginOf, store, notify, raise }: Context,
): Promise<Pick<Removed, 'revoked' | 'forgotten'>> {
  if (portal === null || username === null) return nothing;
  const address = portalAddress(portal);
  const opened = openLoginOf(address, username);
  const session = await opened.keeper.session();
  const untold = session && (await endSession(opened.portal.login, session));
  if (untold !== undefined) {
    raise(untold.exitCode);
    await notify('logout.notRevoked', { until: session?.refreshTokenExpiresAt.toISOString() ?? '' });
  }
  const accounts = accountsOf(address, username);
  const had = [await store.delete(accounts.session), await store.delete(accounts.seed)];
  return { revoked: session === undefined ? null : untold === undefined, forgotten: had.includes(true) };
}
