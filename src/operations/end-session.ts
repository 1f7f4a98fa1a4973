import type { LoginApi } from '../api/login.js';
import { ConnectError, exitCodes } from '../errors.js';
import type { StoredSession } from '../session/stored-session.js';

/**
 * Makes the tokens of a session worthless. One that the portal has ended by itself is as good as revoked.
 * @returns why the portal could not be told, if it could not
 */
export async function endSession(
  login: Pick<LoginApi, 'end'>,
  { refreshToken }: StoredSession,
): Promise<ConnectError | undefined> {
  try {
    await login.end(refreshToken);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return error.exitCode === exitCodes.signedOut ? undefined : error;
  }
}
