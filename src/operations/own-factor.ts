import type { Client, Profile, User } from '../../contract/portal.gen.js';
import { hasFactor } from '../access/administrators.js';
import type { Proof } from '../access/lockout.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';
import type { Clock } from '../platform/ports.js';
import { administratorsOf, demandedStrength, proofOf, refuseLockout, refuseOtherNames } from './access.js';
import type { BeforeRefusal } from './access.js';

type Ports = Pick<Portal, 'users' | 'clients' | 'describe'>;

/** A client that this login administrates, and who can once the login has other second factors. */
export interface FactorProof {
  readonly client: Client;
  readonly proof: Proof<User>;
}

/**
 * Proves for every client which the own login administrates that somebody can still do so when the login keeps these second
 * factors only. The profile must have been read before: its ETag covers those administrators.
 * @param clock the portal's
 * @throws ConnectError `lockout` for the first client that would be locked out, `lockout-name-wrong`
 */
export async function proveFactors(
  portal: Ports,
  clock: Pick<Clock, 'now'>,
  own: Pick<Profile, 'id'>,
  methods: Profile['methods'],
  accepted: readonly string[],
  beforeRefusal: BeforeRefusal,
): Promise<readonly FactorProof[]> {
  const clients = (await all(portal.clients.list())).filter(({ administrator }) => administrator);
  refuseOtherNames(accepted, clients);
  const demanded = await demandedStrength(portal);
  const proofs: FactorProof[] = [];
  // Whoever is left with enough loses nothing, however many clients there are.
  if (hasFactor({ methods }, demanded)) return proofs;
  for (const client of clients) {
    const users = await administratorsOf(portal, client);
    const user = users.find(({ id }) => id === own.id);
    if (user === undefined) continue;
    const proof = proofOf(client, users, [{ kind: 'edit', id: own.id, methods }], clock.now(), demanded);
    await refuseLockout(proof, client, user, accepted, beforeRefusal);
    proofs.push({ client, proof });
  }
  return proofs;
}
