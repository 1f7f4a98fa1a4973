import type { User } from '../../../contract/portal.gen.js';
import { userFieldNames } from '../../operations/change-user.js';
import type { Conflict, UserField, WantedUser } from '../../operations/change-user.js';
import type { Tell } from '../../render/tell.js';
import { textOf } from '../../render/view.js';
import { userColumns } from './columns.js';

/** `last name: Bianchi → Rossi; administrator: no → yes` */
export function tellChanges(user: User, wanted: WantedUser, tell: Tell): string {
  const after = { ...user, ...wanted };
  return userFieldNames
    .filter((field) => wanted[field] !== undefined)
    .map((field) => `${titleOf(field, tell)}: ${told(field, user, tell)} → ${told(field, after, tell)}`)
    .join('; ');
}

/** Each field that two people have changed, or one of them, in three versions. */
export function tellConflicts(conflicts: readonly Conflict[], tell: Tell): string {
  return conflicts
    .map(({ field, before, yours, theirs }) =>
      tell.translate('users.edit.conflict', {
        field: titleOf(field, tell),
        before: told(field, before, tell),
        yours: told(field, yours, tell),
        theirs: told(field, theirs, tell),
      }),
    )
    .join('; ');
}

function columnOf(field: UserField) {
  const column = userColumns.find(({ key }) => key === field);
  if (column === undefined) throw new Error(`no column: ${field}`);
  return column;
}

const titleOf = (field: UserField, { translate }: Tell): string => translate(columnOf(field).title);
const told = (field: UserField, user: User, tell: Tell): string => textOf(columnOf(field), user, tell) || '–';
