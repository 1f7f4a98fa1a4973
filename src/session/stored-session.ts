import type { Session, SessionInfo } from '../../contract/portal.gen.js';
import type { PortalAddress } from '../config/portal-address.js';
import type { DeviceKey } from '../platform/signing-keys.js';
import { Secret } from '../secret.js';

/** What the credential store keeps of a login, as one text. */
export interface StoredSession {
  readonly accessToken: Secret;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: Secret;
  readonly refreshTokenExpiresAt: Date;
  readonly info: SessionInfo;
  /**
   * Key of a renewal that was begun. Stored before it is sent: whoever finds it asks again under the same key, and the
   * portal gives the same answer instead of taking the token for stolen.
   */
  readonly renewalKey: string | undefined;
  /**
   * Seed of the key that the session signs with, if it is one of this computer's; then `info` need not name it. A session
   * that an earlier version has begun has none.
   */
  readonly deviceKey: Secret | undefined;
}

/** The account under which a login stands in the store. A token is bound to the portal that issued it. */
export function accountOf(portal: PortalAddress, username: string): string {
  return `${portal.href} ${username}`;
}

/** @param device the key that the login has told the portal; kept if the portal has bound the session to it */
export function storedSession(session: Session, device?: Pick<DeviceKey, 'id' | 'seed'>): StoredSession {
  return boundTo(session.session.signingKey === device?.id ? device?.seed : undefined, session);
}

/** What a renewal has brought; the key stays the same. */
export function renewedSession(session: Session, { deviceKey }: Pick<StoredSession, 'deviceKey'>): StoredSession {
  return boundTo(deviceKey, session);
}

function boundTo(deviceKey: Secret | undefined, session: Session): StoredSession {
  const { signingKey, ...info } = session.session;
  return {
    accessToken: new Secret(session.accessToken),
    accessTokenExpiresAt: new Date(session.accessTokenExpiresAt),
    refreshToken: new Secret(session.refreshToken),
    refreshTokenExpiresAt: new Date(session.refreshTokenExpiresAt),
    // A credential of Windows has no room for both.
    info: deviceKey === undefined && signingKey !== undefined ? { ...info, signingKey } : info,
    renewalKey: undefined,
    deviceKey,
  };
}

export function toSecret(session: StoredSession): Secret {
  return new Secret(
    JSON.stringify({
      version: 1,
      accessToken: session.accessToken.reveal(),
      accessTokenExpiresAt: session.accessTokenExpiresAt.toISOString(),
      refreshToken: session.refreshToken.reveal(),
      refreshTokenExpiresAt: session.refreshTokenExpiresAt.toISOString(),
      session: session.info,
      renewalKey: session.renewalKey,
      deviceKey: session.deviceKey?.reveal(),
    }),
  );
}

/** An entry that is not ours or not whole counts as none: the user logs in again. */
export function fromSecret(secret: Secret): StoredSession | undefined {
  try {
    const { version, renewalKey, deviceKey, ...session } = JSON.parse(secret.reveal()) as Session & {
      version: unknown;
      renewalKey?: string;
      deviceKey?: unknown;
    };
    // 32 bytes in base64url; what is something else signs nothing.
    const seed = typeof deviceKey === 'string' && /^[\w-]{43}$/.test(deviceKey) ? new Secret(deviceKey) : undefined;
    return version === 1 && isWhole(session) ? { ...boundTo(seed, session), renewalKey } : undefined;
  } catch {
    return undefined;
  }
}

function isWhole({
  accessToken,
  accessTokenExpiresAt,
  refreshToken,
  refreshTokenExpiresAt,
  session,
}: Session): boolean {
  const tokens = [accessToken, refreshToken].every((token) => typeof token === 'string' && token !== '');
  const times = [accessTokenExpiresAt, refreshTokenExpiresAt].every((time) => !Number.isNaN(Date.parse(time)));
  return tokens && times && typeof session.user.userName === 'string';
}
