import type { Messages } from '../catalog.js';

export const accessFailures = {
  'error.administrator-has-all-themes': '{user} is an administrator, and an administrator may use every theme.',
  'error.administrator-has-all-themes.hint':
    'With --no-administrator the right is taken away, and the themes named here remain.',
  'error.user-changed': 'Somebody else changed {user} at the same time, so your change was not made. {changes}',
  'error.user-changed.hint': 'Run the command again if you still want it: it looks at the new state.',
  'error.login-shared':
    'This login also acts for other clients, so its names, addresses, language and lock can’t be changed from here: whoever sets the mobile number gets the codes, and with them everything the login may do elsewhere.',
  'error.login-shared.hint':
    'Its owner changes e-mail, mobile number and language in the profile; for the rest ask the fund. A lock after wrong answers ends by itself. To take away access to this client: connect users deactivate, or users edit with --no-administrator and --theme alone.',
} as const satisfies Messages;
