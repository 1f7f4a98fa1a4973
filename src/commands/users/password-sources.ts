import type { SecretSources } from '../../runner/ask.js';
import { flag, text } from '../options.js';

/** As in the portal's form, whoever gives rights confirms with his own password. */
export const passwordOptions = {
  passwordStdin: flag('--password-stdin', 'users.new.passwordStdin'),
  passwordFile: text('--password-file <file>', 'users.new.passwordFile'),
};

interface Given {
  readonly passwordStdin: boolean | undefined;
  readonly passwordFile: string | undefined;
}

/** Where the own password comes from. */
export function passwordSources({ passwordStdin: stdin, passwordFile: file }: Given, username: string): SecretSources {
  return { stdin, file, option: '--password-stdin', variable: 'CONNECT_PASSWORD', params: { username } };
}
