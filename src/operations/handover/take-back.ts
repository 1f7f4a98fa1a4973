import type { User } from '../../../contract/portal.gen.js';
import type { AccessChange } from '../../access/changes.js';
import type { Tagged } from '../../api/request.js';
import type { Secret } from '../../secret.js';
import { deactivate, differing, editUser } from '../change-user.js';
import type { WantedUser } from '../change-user.js';
import { stepOf, userPath } from './desk.js';
import type { Desk } from './desk.js';
import { hasDone } from './handover.js';
import type { Handover, Step } from './handover.js';

/** How to undo what a handover gave: a login that it made is deactivated, since logins are never deleted. */
export type TakingBack =
  | { readonly kind: 'deactivate'; readonly found: Tagged<User> }
  | { readonly kind: 'rights'; readonly found: Tagged<User>; readonly wanted: WantedUser };

/** What there is to undo; nothing if the successor has got nothing from this handover, or does not have it any more. */
export async function takingBack(desk: Desk, handover: Handover): Promise<TakingBack | undefined> {
  const { successor, granted } = handover;
  if (successor.id === null || granted === null) return undefined;
  const found = await desk.portal.users.get(desk.client.number, successor.id);
  const { value: user } = found;
  if (user.deactivated) return undefined;
  if (hasDone(handover, 'invited')) return { kind: 'deactivate', found };
  const left = user.permissions.filter((theme) => !granted.permissions.includes(theme));
  const wanted = differing(
    user,
    granted.administrator && user.administrator
      ? { administrator: false, permissions: granted.before.permissions }
      : user.administrator
        ? {}
        : { permissions: left },
  );
  return Object.keys(wanted).length === 0 ? undefined : { kind: 'rights', found, wanted };
}

/** For the lock-out prover. */
export function changeOf(taking: TakingBack): AccessChange | undefined {
  const { id } = taking.found.value;
  if (taking.kind === 'deactivate') return { kind: 'deactivate', id };
  const { administrator } = taking.wanted;
  return administrator === undefined ? undefined : { kind: 'edit', id, administrator };
}

export async function takeBack(
  desk: Desk,
  taking: TakingBack,
  password: Secret,
  tell: Parameters<typeof editUser>[5],
): Promise<Step> {
  const { portal, client } = desk;
  const { found } = taking;
  const path = userPath(desk, found.value.id);
  if (taking.kind === 'deactivate') {
    await deactivate(portal, client, found);
    return stepOf(desk, 'taken-back', `POST ${path}/deactivation`);
  }
  await editUser(portal, client, found, taking.wanted, password, tell);
  return stepOf(desk, 'taken-back', `PATCH ${path}`);
}
