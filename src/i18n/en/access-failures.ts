import type { Messages } from '../catalog.js';

export const accessFailures = {
  'error.administrator-has-all-themes': '{user} is an administrator, and an administrator may use every theme.',
  'error.administrator-has-all-themes.hint':
    'With --no-administrator the right is taken away, and the themes named here remain.',
  'error.user-changed': 'Somebody else changed {user} at the same time, so your change was not made. {changes}',
  'error.user-changed.hint': 'Run the command again if you still want it: it looks at the new state.',
} as const satisfies Messages;
