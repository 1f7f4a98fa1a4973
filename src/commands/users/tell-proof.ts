import type { Client, User } from '../../../contract/portal.gen.js';
import type { AccessProof } from '../../operations/access.js';
import { fullName } from '../../operations/users.js';
import type { Notify } from '../../runner/context.js';

/** Says who can administrate the client after a change, where that is not as it should be. */
export async function tellProof(proof: AccessProof, { name: client }: Client, notify: Notify): Promise<void> {
  if (proof === undefined || proof.verdict === 'safe') return;
  const { verdict, working, invited, refused } = proof;
  if (verdict === 'fragile') await notify('access.fragile', { client, user: namesOf(working) });
  // Had it been refused and not accepted, it would not have come here.
  else await notify(refused ? 'access.lockedOut' : 'access.nobody', { client });
  if (invited.length > 0) await notify('access.invited', { user: namesOf(invited) });
}

export const namesOf = (users: readonly User[]): string => users.map(fullName).join(', ');
