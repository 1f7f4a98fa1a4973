import { ConnectError } from '../errors.js';
import type { MessageKey } from '../i18n/translate.js';
import { checkNewPassword } from '../operations/new-password.js';
import type { SecretSources } from '../runner/ask.js';
import type { Context } from '../runner/context.js';
import type { Secret } from '../secret.js';

/**
 * A password that is not in use yet: from its sources, or typed twice below the portal's rules. One that can't do is
 * never sent.
 * @throws ConnectError `password-unfit`, `passwords-differ`
 */
export async function askNewPassword(
  username: string,
  sources: SecretSources,
  rules: MessageKey,
  { ask, notify }: Pick<Context, 'ask' | 'notify'>,
): Promise<Secret> {
  const given = await ask.given(sources);
  if (given !== undefined) return checkNewPassword(given, username);
  const { option } = sources;
  if (ask.possible) await notify(rules);
  const first = checkNewPassword(await ask.secret('login.askNewPassword', { option }), username);
  const second = await ask.secret('login.askNewPasswordAgain', { option });
  if (first.reveal() !== second.reveal()) throw new ConnectError('passwords-differ');
  return first;
}
