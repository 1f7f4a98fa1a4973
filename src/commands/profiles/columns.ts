import type { SavedLogin } from '../../operations/saved-logins.js';
import type { Column } from '../../render/view.js';

export const savedLoginColumns: readonly Column<SavedLogin>[] = [
  { key: 'name', title: 'profiles.name', whole: true, tone: () => 'strong' },
  { key: 'portal', title: 'status.portal' },
  { key: 'username', title: 'status.username' },
  { key: 'client', title: 'profiles.client' },
  {
    key: 'default',
    title: 'profiles.default',
    text: (login, tell) => tell.yesNo(login.default),
    tone: (login) => (login.default ? 'good' : undefined),
  },
];
