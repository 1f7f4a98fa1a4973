import type { ConnectError } from '../errors.js';
import type { Translate } from '../i18n/translate.js';

/**
 * What to do next, empty where there is nothing to say.
 * @param login the command that signs in again with the login in question
 */
export function hintOf({ code, params }: ConnectError, translate: Translate, login: string): string {
  const hint = translate(`error.${code}.hint`, params);
  return hint.replace(/connect login(?! -p)/, login);
}
