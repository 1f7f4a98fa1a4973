import type { User } from '../../../contract/portal.gen.js';
import { userFieldNames } from '../../operations/change-user.js';
import type { Conflict, UserField, WantedUser } from '../../operations/change-user.js';
import type { Tell } from '../../render/tell.js';
import { textOf } from '../../render/view.js';
import { userColumns } from './columns.js';

/** `last name: Bianchi → Rossi; administrator: no → yes` */
export function tellChanges(user: User, wanted: WantedUser, tell: Tell): string {
  const after = { ...user, ...wanted };
  const changes = userFieldNames
    .filter((field) => wanted[field] !== undefined)
    .map((field) =>
      tell.translate('users.edit.difference', {
        field: titleOf(field, tell),
        before: told(field, user, tell),
        after: told(field, after, tell),
      }),
    );
  return oneAfterAnother(changes, tell);
}

/** Each field that two people have changed, or one of them, in three versions. */
export function tellConflicts(conflicts: readonly Conflict[], tell: Tell): string {
  const versions = conflicts.map(({ field, before, yours, theirs }) =>
    tell.translate('users.edit.conflict', {
      field: titleOf(field, tell),
      before: told(field, before, tell),
      yours: told(field, yours, tell),
      theirs: told(field, theirs, tell),
    }),
  );
  return oneAfterAnother(versions, tell);
}

function oneAfterAnother([first = '', ...others]: readonly string[], { translate }: Tell): string {
  return others.reduce((changes, next) => translate('users.edit.several', { changes, next }), first);
}

function columnOf(field: UserField) {
  const column = userColumns.find(({ key }) => key === field);
  if (column === undefined) throw new Error(`no column: ${field}`);
  return column;
}

const titleOf = (field: UserField, { translate }: Tell): string => translate(columnOf(field).title);
const told = (field: UserField, user: User, tell: Tell): string => textOf(columnOf(field), user, tell) || '–';
