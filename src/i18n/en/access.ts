import type { Messages } from '../catalog.js';

export const access = {
  'users.edit.summary': 'change a user: names, addresses, language, lock, rights',
  'users.edit.details':
    'Changes what the options name and nothing else; --dry-run shows the difference. If somebody else changes the user at the same time, nothing is changed and both versions are shown. For rights and locks you confirm with your own password. A client’s last working administrator stays one. Whether a user may log in at all is changed by users deactivate and users reactivate.',
  'users.edit.userName': 'user name',
  'users.edit.lockedUntil': 'no login until then, as 2026-12-31T18:00:00+01:00; none lifts a lock',
  'users.edit.timeToCome': 'a time to come, or none',
  'users.edit.noAdministrator': 'without that right; --theme says which themes remain',
  'users.edit.theme': 'the themes that the user may use, and no others; may be repeated',
  'users.edit.grant': 'a theme in addition; may be repeated',
  'users.edit.revoke': 'a theme no longer; may be repeated',
  'users.edit.acceptLockout': 'change the last administrator all the same; takes the client’s full name',
  'users.edit.will': 'Change {user} ({userName}): {changes}',
  'users.edit.nothing': 'Nothing to change: {user} ({userName}) is like that already.',
  'users.edit.difference': '{field}: {before} → {after}',
  'users.edit.several': '{changes}; {next}',
  'users.edit.conflict': '{field}: before {before}, yours {yours}, theirs {theirs}',
  'users.edit.self': 'This is your own login: afterwards you can’t manage the users of {client} any more.',
  'users.deactivate.self':
    'This is your own login for {client}. Its sessions end at once, this one included, and only an administrator can reactivate it.',
  'users.reactivate.summary': 'reactivate a user who was deactivated',
  'users.reactivate.details':
    'The user may log in again, with the rights of before; you confirm with your own password. users show tells beforehand which rights those are.',
  'users.reactivate.will': 'Reactivate {user} ({userName}) with: {themes}',
  'users.reactivate.willAdministrator': 'Reactivate {user} ({userName}) as administrator.',
  'users.reactivate.already': '{user} ({userName}) is not deactivated.',
  'users.show.details':
    'For administrators also whether enough people can administrate the client: nobody else may mean a new access code by post.',
  'users.accessVerdict': 'client’s access',
  'users.otherAdministrators': 'other administrators',
  'accessVerdict.safe': 'safe: two people or more can administrate',
  'accessVerdict.fragile': 'fragile: one person can administrate',
  'accessVerdict.locked-out': 'locked out: nobody can administrate',
  'access.safe': 'Afterwards these can administrate {client}: {user}',
  'access.fragile': 'Afterwards only {user} can administrate {client}. The funds advise to have two people who can.',
  'access.lockedOut': 'Afterwards nobody can administrate {client} any more. You accepted that.',
  'access.nobody': 'Afterwards, as now, nobody can administrate {client}.',
  'access.invited': 'Invited, and not counted before the first login: {user}',
} as const satisfies Messages;
