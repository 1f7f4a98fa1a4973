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
  'error.plan-stale':
    '{user} at {client} is not as the plan found him any more ({fields}), so nothing was changed about him.',
  'error.plan-stale.hint': 'Look at what has changed, and make a new plan.',
  'error.run-unknown': 'There is no run {run} on this computer.',
  'error.run-unknown.hint': 'A run is known on the computer that made it, to the user who made it.',
  'error.run-damaged': 'What was written down about the run {run} can’t be read: {folder}',
  'error.run-damaged.hint': 'Nothing was changed. Look at the portal what was done: connect users list',
} as const satisfies Messages;
