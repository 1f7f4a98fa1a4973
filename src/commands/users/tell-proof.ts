import type { Client, User } from '../../../contract/portal.gen.js';
import type { Proof } from '../../access/lockout.js';
import type { AccessProof } from '../../operations/access.js';
import { fullName } from '../../operations/users.js';
import type { Notify } from '../../runner/context.js';

/** Says who can administrate the client after a change, where that is not as it should be. */
export async function tellProof(proof: AccessProof, { name: client }: Client, notify: Notify): Promise<void> {
  if (proof === undefined) return;
  const { verdict, working, smsOnly, onlyFiduciaries, refused } = proof;
  if (verdict === 'fragile') await notify('access.fragile', { client, user: namesOf(working) });
  // Had it been refused and not accepted, it would not have come here.
  if (verdict === 'locked-out') await notify(refused ? 'access.lockedOut' : 'access.nobody', { client });
  if (onlyFiduciaries) await notify('access.onlyFiduciaries', { client, user: namesOf(working) });
  if (smsOnly.length > 0 && working.length - smsOnly.length < 2)
    await notify('access.smsOnly', { user: namesOf(smsOnly) });
  if (verdict !== 'safe') await tellUncounted(proof, notify);
}

/** Says who was not counted and why: with whom a way out may begin. */
export async function tellUncounted(proof: Proof<User>, notify: Notify): Promise<void> {
  // Whom the change itself takes away is no way out.
  const others = (users: readonly User[]): string => namesOf(users.filter((user) => !proof.losing.includes(user)));
  const [invited, locked, tooWeak] = [proof.invited, proof.locked, proof.tooWeak].map(others);
  if (invited) await notify('access.invited', { user: invited });
  if (locked) await notify('access.locked', { user: locked });
  if (tooWeak) await notify('access.tooWeak', { user: tooWeak });
}

export const namesOf = (users: readonly User[]): string => users.map(fullName).join(', ');
