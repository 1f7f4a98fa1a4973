import { ConnectError } from '../../errors.js';
import { endSession } from '../../operations/end-session.js';
import { accountOf } from '../../session/stored-session.js';
import { show } from '../define.js';

interface Logout {
  readonly portal: string;
  readonly username: string;
  /** Whether the portal has made the tokens worthless. */
  readonly revoked: boolean;
  readonly forgotten: boolean;
}

const logout = show({
  name: 'logout',
  summary: 'logout.summary',
  details: 'logout.details',
  examples: ['connect logout', 'connect logout -p ak060'],
  acts: 'login',
  local: true,
  args: {},
  options: {},
  run: async (_input, { login, portal, store, notify, raise }): Promise<Logout> => {
    if (store.kind === 'memory') throw new ConnectError('store-keeps-nothing');
    const session = await login.keeper.session();
    if (session === undefined) throw new ConnectError('not-signed-in');
    const untold = await endSession(portal.login, session);
    if (untold !== undefined) {
      raise(untold.exitCode);
      await notify('logout.notRevoked', { until: session.refreshTokenExpiresAt.toISOString() });
    }
    const forgotten = await store.delete(accountOf(login.address, login.username));
    return { portal: login.address.href, username: login.username, revoked: untold === undefined, forgotten };
  },
  fields: [
    { key: 'portal', title: 'status.portal' },
    { key: 'username', title: 'status.username' },
    { key: 'revoked', title: 'logout.revoked', text: ({ revoked }, tell) => tell.yesNo(revoked) },
    { key: 'forgotten', title: 'logout.forgotten', text: ({ forgotten }, tell) => tell.yesNo(forgotten) },
  ],
});

export const verbs = [logout];
