import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';
import type { Ask, SecretSources } from './ask.js';

const sourcesIn = (variable: string): SecretSources => ({ option: variable, variable });
/** Of the private key in a file of a client certificate. */
export const keyPassphrase =
  (ask: Ask) =>
  (file: string): Promise<Secret> =>
    ask.secret('login.askKeyPassphrase', {
      option: 'CONNECT_CLIENT_KEY_PASSPHRASE_FILE',
      variable: 'CONNECT_CLIENT_KEY_PASSPHRASE',
      params: { file },
    });

const current = sourcesIn('CONNECT_STORE_PASSPHRASE');
const next = sourcesIn('CONNECT_STORE_NEW_PASSPHRASE');

/** Of the encrypted file: from the environment, or typed; a new one twice, since a slip would lock the file for good. */
export async function storePassphrase(ask: Ask, isNew: boolean): Promise<Secret> {
  const given = await ask.given(current);
  if (given !== undefined) return given;
  const typed = await ask.secret('ask.storePassphrase', current);
  if (isNew) await again(ask, typed, current);
  return typed;
}

/** Whether the environment holds another passphrase, to take the place of the one in use. */
export const isNewPassphraseGiven = async (ask: Ask): Promise<boolean> => (await ask.given(next)) !== undefined;

export async function newStorePassphrase(ask: Ask): Promise<Secret> {
  const given = await ask.given(next);
  if (given !== undefined) return given;
  const typed = await ask.secret('ask.storePassphraseNew', next);
  await again(ask, typed, next);
  return typed;
}

async function again(ask: Ask, typed: Secret, sources: SecretSources): Promise<void> {
  // Anybody who can read the file could open it.
  if (typed.reveal() === '') throw new ConnectError('passphrase-empty');
  const repeated = await ask.secret('ask.storePassphraseAgain', sources);
  if (typed.reveal() !== repeated.reveal()) throw new ConnectError('passwords-differ');
}
