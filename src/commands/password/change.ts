import { changePassword } from '../../operations/change-password.js';
import { askNewPassword } from '../ask-new-password.js';
import { write } from '../define.js';
import { flag, text } from '../options.js';

interface PasswordChange {
  readonly portal: string;
  readonly username: string;
  readonly changed: boolean;
  /** The portal has ended every session of the login but this one. */
  readonly otherSessionsEnded: boolean;
}

export const changeOwnPassword = write({
  name: 'change',
  summary: 'password.change.summary',
  details: 'password.change.details',
  examples: [
    'connect password change',
    'connect password change --password-file old --new-password-file new',
    'CONNECT_NEW_PASSWORD_FILE=new connect password change --password-stdin < old',
  ],
  acts: 'login',
  args: {},
  options: {
    passwordStdin: flag('--password-stdin', 'password.change.passwordStdin'),
    passwordFile: text('--password-file <file>', 'password.change.passwordFile'),
    newPasswordStdin: flag('--new-password-stdin', 'password.change.newPasswordStdin'),
    newPasswordFile: text('--new-password-file <file>', 'password.change.newPasswordFile'),
  },
  prepare: async (input, context) => {
    const { login, portal } = context;
    const { username, address } = login;
    // Nobody types two passwords for a session that has ended.
    const before = await portal.me.get();
    return {
      summary: 'password.change.will',
      params: { username, portal: address.href },
      request: { method: 'POST', path: '/me/password' },
      consent: {
        kind: 'password',
        question: 'password.change.askCurrent',
        sources: {
          stdin: input.passwordStdin,
          file: input.passwordFile,
          option: '--password-stdin',
          variable: 'CONNECT_PASSWORD',
          params: { username },
        },
      },
      carryOut: async (_key, current): Promise<PasswordChange> => {
        const sources = {
          stdin: input.newPasswordStdin,
          file: input.newPasswordFile,
          option: '--new-password-stdin',
          variable: 'CONNECT_NEW_PASSWORD',
        };
        const changed = await askNewPassword(username, sources, 'password.rules', context);
        await changePassword(portal.me, { before, current, changed, portal: address.href });
        return { portal: address.href, username, changed: true, otherSessionsEnded: true };
      },
    };
  },
  fields: [
    { key: 'portal', title: 'status.portal' },
    { key: 'username', title: 'status.username' },
    { key: 'changed', title: 'password.changed', text: ({ changed }, tell) => tell.yesNo(changed) },
    {
      key: 'otherSessionsEnded',
      title: 'password.otherSessionsEnded',
      text: ({ otherSessionsEnded }, tell) => tell.yesNo(otherSessionsEnded),
    },
  ],
});
