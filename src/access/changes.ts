import type { Standing } from './administrators.js';

/** Something that is to be done to the users of one client; what is no matter of access is left out. */
export type AccessChange =
  | { readonly kind: 'create'; readonly id: string; readonly administrator: boolean }
  | {
      readonly kind: 'edit';
      readonly id: string;
      readonly administrator?: boolean;
      readonly deactivated?: boolean;
      readonly lockedUntil?: string | null;
      /** The second factors that are left. */
      readonly methods?: Standing['methods'];
    }
  | { readonly kind: 'deactivate'; readonly id: string }
  | { readonly kind: 'reactivate'; readonly id: string }
  | { readonly kind: 'hand-over'; readonly from: string; readonly to: string };

/** The users of a client as they are after changes, in their order. */
export function afterChanges<U extends Standing>(
  users: readonly U[],
  changes: readonly AccessChange[],
): readonly (U | Standing)[] {
  return changes.reduce<readonly (U | Standing)[]>(afterChange, users);
}

function afterChange<U extends Standing>(users: readonly U[], change: AccessChange): readonly (U | Standing)[] {
  switch (change.kind) {
    case 'create':
      return [...users, invited(change)];
    case 'edit': {
      const { kind: _kind, id, ...members } = change;
      return changed(users, id, members);
    }
    case 'deactivate':
      return changed(users, change.id, { deactivated: true });
    case 'reactivate':
      return changed(users, change.id, { deactivated: false });
    case 'hand-over':
      return changed(changed(users, change.to, { administrator: true }), change.from, { deactivated: true });
  }
}

/** Whoever is not in the list can't be changed: to leave that out silently would prove something else. */
function changed<U extends Standing>(users: readonly U[], id: string, members: Partial<Standing>): readonly U[] {
  if (!users.some((user) => user.id === id)) throw new Error(`not among the users: ${id}`);
  return users.map((user) => (user.id === id ? { ...user, ...members } : user));
}

function invited({ id, administrator }: { readonly id: string; readonly administrator: boolean }): Standing {
  const kind = 'employee';
  return { id, administrator, deactivated: false, lockedUntil: null, methods: [], lastLoginAt: null, kind };
}
