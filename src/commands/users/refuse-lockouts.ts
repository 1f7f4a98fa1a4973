import type { Client, User } from '../../../contract/portal.gen.js';
import type { Proof } from '../../access/lockout.js';
import { ConnectError } from '../../errors.js';
import { fullName } from '../../operations/users.js';
import type { Notify } from '../../runner/context.js';
import { namesOf } from './tell-proof.js';

interface Proven {
  readonly client: Client;
  readonly proof: Proof<User> | undefined;
}

/**
 * Refuses if a client would be left without a working administrator, unless it is named; names all of them.
 * @param accepted full names of clients
 * @throws ConnectError `lockout`, `lockout-name-wrong`
 */
export async function refuseLockouts(
  proven: readonly Proven[],
  accepted: readonly string[],
  notify: Notify,
): Promise<void> {
  const strange = accepted.find((name) => !proven.some(({ client }) => client.name === name));
  if (strange !== undefined) {
    const clients = proven.map(({ client }) => client.name).join(', ');
    throw new ConnectError('lockout-name-wrong', { given: strange, client: clients });
  }
  const refused = proven.flatMap(({ client, proof }) =>
    proof?.refused === true && !accepted.includes(client.name) ? [{ client, proof }] : [],
  );
  const [first, ...others] = refused;
  if (first === undefined) return;
  for (const { client, proof } of others)
    await notify('plan.lockout', { client: client.name, user: namesOf(proof.losing) });
  const { client, proof } = first;
  throw new ConnectError('lockout', {
    client: client.name,
    number: client.number,
    user: proof.losing.map(fullName).join(', '),
    userName: proof.losing.map(({ userName }) => userName).join(', '),
  });
}
