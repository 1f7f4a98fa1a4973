import type { Settings } from '../../config/settings.js';
import { ConnectError, exitCodes } from '../../errors.js';
import type { LoginContext } from '../../runner/context.js';
import { hintOf } from '../../render/hint.js';
import { show } from '../define.js';
import { describeLogin, loginFields } from './login-status.js';
import type { LoginStatus } from './login-status.js';

const status = show({
  name: 'status',
  summary: 'status.summary',
  details: 'status.details',
  examples: ['connect status', 'connect status -p ak060 -o json'],
  acts: 'login',
  args: {},
  options: {},
  run: async (_input, context) => {
    const { login, portal, settings, store } = context;
    const profile = settings.profile.value ?? '';
    let told;
    try {
      // Only the portal knows whether the session is still good.
      told = await portal.login.session();
    } catch (error) {
      if (!(error instanceof ConnectError) || error.exitCode !== exitCodes.signedOut) throw error;
      return signedOut(profile, error, context);
    }
    const session = await login.keeper.session();
    if (session === undefined) throw new ConnectError('not-signed-in');
    return describeLogin(profile, login.address, session, told, store.kind);
  },
  fields: loginFields,
});

export const verbs = [status];

async function signedOut(
  profile: string,
  error: ConnectError,
  { login, store, raise, notify, translate, settings }: LoginContext,
): Promise<LoginStatus> {
  raise(exitCodes.signedOut);
  await notify(`error.${error.code}`, error.params);
  await notify('status.hint', {
    hint: hintOf(error, translate, loginAgain(settings)),
  });
  return {
    profile,
    portal: login.address.href,
    username: login.username,
    signedIn: false,
    method: null,
    strength: null,
    expiresAt: null,
    signingKey: null,
    store: store.kind,
    storeState: error.code.startsWith('store-') ? error.code.replace('store-', '') : 'ready',
    reason: error.code,
  };
}

function loginAgain({ profile }: Settings): string {
  return profile.origin === 'option' ? `connect login -p ${profile.value ?? ''}` : 'connect login';
}
