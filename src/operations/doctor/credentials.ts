import { existsSync } from 'node:fs';
import path from 'node:path';
import { ConnectError, exitCodes } from '../../errors.js';
import { finding, ofError, withHint } from './finding.js';
import type { Finding } from './finding.js';
import type { Patient } from './patient.js';

/** Which store is in use, and whether it opens. Nothing is asked: without its passphrase the file stays closed. */
export async function credentials(patient: Patient): Promise<Finding> {
  const { store, directories, passphraseGiven, login } = patient;
  const file = path.join(directories.state, 'credentials.enc');
  try {
    if (store.kind === 'file') {
      if (!existsSync(file)) return finding('store', 'ok', 'doctor.store.new', { file });
      if (!(await passphraseGiven()))
        return withHint(finding('store', 'skipped', 'doctor.store.closed', { file }), 'doctor.store.passphrase');
    }
    // Whatever is asked for, the answer shows that the store can be read.
    await store.get(login?.account ?? 'doctor');
    return finding('store', 'ok', `doctor.store.${store.kind}`, { file });
  } catch (error) {
    if (error instanceof ConnectError) return ofError('store', 'problem', error);
    throw error;
  }
}

/**
 * Whether somebody is signed in, and until when. The portal knows best; where it can't be asked, the store has to do.
 * @param portalAnswers found out before
 */
export async function session(
  { login, store }: Patient,
  storeOpens: boolean,
  portalAnswers: boolean,
): Promise<Finding> {
  if (login === undefined) return withHint(finding('session', 'skipped', 'doctor.session.none'), 'doctor.login');
  if (store.kind === 'memory') return finding('session', 'skipped', 'doctor.session.memory');
  if (!storeOpens) return finding('session', 'skipped', 'doctor.session.closed');
  try {
    // Renews the access token if that has run out, and so shows that the session is renewable.
    if (portalAnswers) await login.api.session();
    const stored = await login.keeper.session();
    if (stored === undefined) throw new ConnectError('not-signed-in');
    const params = { username: login.username, until: stored.refreshTokenExpiresAt.toISOString() };
    return portalAnswers
      ? finding('session', 'ok', 'doctor.session.good', params)
      : finding('session', 'skipped', 'doctor.session.stored', params);
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    // To be signed out is no fault of the installation, but that a token was used twice is one of somebody's.
    const harmless = error.exitCode === exitCodes.signedOut && error.code !== 'token-reused';
    return ofError('session', harmless ? 'warning' : 'problem', error);
  }
}
