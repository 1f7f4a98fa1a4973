import type { User } from '../../../contract/portal.gen.js';
import type { Tell } from '../../render/tell.js';
import { allOf } from '../../render/view.js';
import type { Column, Tone } from '../../render/view.js';

const tones: Readonly<Record<User['status'], Tone>> = {
  active: 'good',
  invited: 'warning',
  locked: 'warning',
  deactivated: 'muted',
};

/** What the portal's list of users shows. */
export const userColumns: readonly Column<User>[] = [
  { key: 'userName', title: 'users.userName', whole: true, tone: () => 'strong' },
  { key: 'firstName', title: 'users.firstName' },
  { key: 'lastName', title: 'users.lastName' },
  { key: 'email', title: 'users.email', hidden: true },
  {
    key: 'status',
    title: 'users.status',
    text: ({ status }, { translate }) => translate(`userStatus.${status}`),
    tone: ({ status }) => tones[status],
  },
  { key: 'administrator', title: 'users.administrator', text: ({ administrator }, tell) => tell.yesNo(administrator) },
  { key: 'methods', title: 'users.methods', text: ({ methods }, tell) => methodNames(methods, tell), hidden: true },
  { key: 'lastLoginAt', title: 'users.lastLoginAt', text: ({ lastLoginAt }, tell) => tell.time(lastLoginAt) },
  { key: 'permissions', title: 'users.permissions', text: themes, hidden: true },
  { key: 'kind', title: 'users.kind', text: ({ kind }, { translate }) => translate(`userKind.${kind}`), hidden: true },
  { key: 'language', title: 'users.language', hidden: true },
  { key: 'mobileNumber', title: 'users.mobileNumber', hidden: true },
  {
    key: 'deactivated',
    title: 'users.deactivated',
    text: ({ deactivated }, tell) => tell.yesNo(deactivated),
    hidden: true,
  },
  {
    key: 'lockedUntil',
    title: 'users.lockedUntil',
    text: ({ lockedUntil }, tell) => tell.time(lockedUntil),
    hidden: true,
  },
  { key: 'createdAt', title: 'users.createdAt', text: ({ createdAt }, tell) => tell.time(createdAt), hidden: true },
  { key: 'id', title: 'users.id', whole: true, hidden: true },
];

/** The portal's user detail: everything. */
export const userFields: readonly Column<User>[] = allOf(userColumns);

export function methodNames(methods: User['methods'], { translate }: Tell): string {
  return methods.map((method) => translate(`method.${method}`)).join(', ');
}

function themes(
  { permissions }: User,
  { translate }: { translate: (key: `theme.${User['permissions'][number]}`) => string },
): string {
  return permissions.map((theme) => translate(`theme.${theme}`)).join(', ');
}
