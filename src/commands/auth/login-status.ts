import type { Method, SessionInfo } from '../../../contract/portal.gen.js';
import type { PortalAddress } from '../../config/portal-address.js';
import type { CredentialStore } from '../../platform/ports.js';
import type { Tell } from '../../render/tell.js';
import type { Column } from '../../render/view.js';
import type { StoredSession } from '../../session/stored-session.js';

export interface LoginStatus {
  readonly profile: string;
  readonly portal: string;
  readonly username: string;
  readonly signedIn: boolean;
  /** How the user proved who he is, and how strong the portal takes that to be. */
  readonly method: Method | null;
  readonly strength: Method | null;
  /** RFC 3339; until then the session renews itself. */
  readonly expiresAt: string | null;
  /** Which key the session signs with, as the portal and receipts name it. */
  readonly signingKey: string | null;
  readonly store: CredentialStore['kind'];
  /** `ready`, or how the store failed: its error's code without `store-`. */
  readonly storeState: string;
  /** Why not signed in: an error code. */
  readonly reason: string | null;
}

/** @param told by the portal just now: the store has no room for the key's name beside the key */
export function describeLogin(
  profile: string,
  portal: PortalAddress,
  { info, refreshTokenExpiresAt }: StoredSession,
  { signingKey }: Pick<SessionInfo, 'signingKey'>,
  store: CredentialStore['kind'],
): LoginStatus {
  return {
    profile,
    portal: portal.href,
    username: info.user.userName,
    signedIn: true,
    method: info.method,
    strength: info.strength,
    expiresAt: refreshTokenExpiresAt.toISOString(),
    signingKey: signingKey ?? null,
    store,
    storeState: 'ready',
    reason: null,
  };
}

function methodName(method: Method | null, { translate }: Tell): string {
  return method === null ? '' : translate(`method.${method}`);
}

export const loginFields: readonly Column<LoginStatus>[] = [
  { key: 'profile', title: 'status.profile' },
  { key: 'portal', title: 'status.portal' },
  { key: 'username', title: 'status.username' },
  {
    key: 'signedIn',
    title: 'status.signedIn',
    text: ({ signedIn }, tell) => tell.yesNo(signedIn),
    tone: ({ signedIn }) => (signedIn ? 'good' : 'bad'),
  },
  { key: 'method', title: 'status.method', text: ({ method }, tell) => methodName(method, tell) },
  { key: 'strength', title: 'status.strength', text: ({ strength }, tell) => methodName(strength, tell) },
  { key: 'expiresAt', title: 'status.expiresAt', text: ({ expiresAt }, tell) => tell.time(expiresAt) },
  { key: 'signingKey', title: 'status.signingKey' },
  {
    key: 'store',
    title: 'status.store',
    text: ({ store }, { translate }) => translate(`store.${store}`),
  },
  { key: 'storeState', title: 'status.storeState', hidden: true },
  { key: 'reason', title: 'status.reason', hidden: true },
];
